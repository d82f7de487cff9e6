import type {Clauses} from "./applicant-clauses.ts";

/** Instalments due to this lender, to the applicant. */
export const installmentsPaymentsClauses: Clauses = {
  instalments_due: {value: ["Vous {ne}avez eu {value} à payer chez nous", "You have had {value} to pay us"]},
  instalments_due_12m: {
    value: ["En 12 mois, vous {ne}avez eu {value} à payer chez nous", "In 12 months, you have had {value} to pay us"]
  },
  instalments_latest_months: {
    value: ["Votre dernière échéance chez nous tombait {value}", "Your latest instalment with us was due {value}"]
  },
  instalments_paid_to_income_12m: {
    value: [
      "En 12 mois, vous nous avez remboursé {value} votre revenu",
      "In 12 months, you have paid us back {value} your income"
    ]
  },
  instalments_first_years: {
    value: ["Votre première échéance chez nous tombait {value}", "Your first instalment with us was due {value}"]
  },
  instalments_late: {value: ["Vous {ne}avez payé {value} en retard chez nous", "You have paid us {value} late"]},
  instalments_late_share: {
    value: [
      "Vous avez payé en retard {value} de vos échéances chez nous",
      "You have paid {value} of your instalments with us late"
    ],
    zero: ["Vous avez payé toutes vos échéances à temps", "You have paid all your instalments on time"]
  },
  instalments_late_3m: {
    value: [
      "Sur les 3 derniers mois, vous {ne}avez payé {value} en retard",
      "Over the last 3 months, you paid {value} late"
    ]
  },
  instalments_late_6m: {
    value: [
      "Sur les 6 derniers mois, vous {ne}avez payé {value} en retard",
      "Over the last 6 months, you paid {value} late"
    ]
  },
  instalments_late_12m: {
    value: [
      "Sur les 12 derniers mois, vous {ne}avez payé {value} en retard",
      "Over the last 12 months, you paid {value} late"
    ]
  },
  instalments_late_share_12m: {
    value: [
      "Sur les 12 derniers mois, vous avez payé en retard {value} de vos échéances",
      "Over the last 12 months, you paid {value} of your instalments late"
    ],
    zero: [
      "Sur les 12 derniers mois, vous n'avez payé aucune échéance en retard",
      "Over the last 12 months, you paid no instalment late"
    ]
  },
  instalments_late_share_24m: {
    value: [
      "Sur les 24 derniers mois, vous avez payé en retard {value} de vos échéances",
      "Over the last 24 months, you paid {value} of your instalments late"
    ],
    zero: [
      "Sur les 24 derniers mois, vous n'avez payé aucune échéance en retard",
      "Over the last 24 months, you paid no instalment late"
    ]
  },
  instalments_late_week_share: {
    value: [
      "Vous avez payé {value} de vos échéances avec plus d'une semaine de retard",
      "You have paid {value} of your instalments over a week late"
    ],
    zero: [
      "Vous n'avez payé aucune échéance avec plus d'une semaine de retard",
      "You have paid no instalment over a week late"
    ]
  },
  instalments_late_month: {
    value: ["Vous {ne}avez payé {value} avec plus d'un mois de retard", "You have paid {value} over a month late"]
  },
  instalments_delay_longest: {
    value: ["Votre plus long retard de paiement a été de {value}", "Your longest late payment was {value} late"],
    zero: ["Vous n'avez jamais payé en retard chez nous", "You have never paid us late"]
  },
  instalments_delay_longest_12m: {
    value: [
      "Sur les 12 derniers mois, votre plus long retard a été de {value}",
      "Over the last 12 months, your longest late payment was {value} late"
    ],
    zero: [
      "Sur les 12 derniers mois, vous n'avez pas payé en retard",
      "Over the last 12 months, you have not paid late"
    ]
  },
  instalments_delay_mean: {
    value: ["Vous payez avec {value} de retard en moyenne", "You pay {value} late on average"],
    zero: ["Vous n'avez jamais payé en retard chez nous", "You have never paid us late"]
  },
  instalments_delay_mean_12m: {
    value: [
      "Sur les 12 derniers mois, vous avez payé avec {value} de retard en moyenne",
      "Over the last 12 months, you paid {value} late on average"
    ],
    zero: [
      "Sur les 12 derniers mois, vous n'avez pas payé en retard",
      "Over the last 12 months, you have not paid late"
    ]
  },
  instalments_latest_late_months: {
    value: ["Vous avez payé en retard chez nous pour la dernière fois {value}", "You last paid us late {value}"]
  },
  instalments_advance_mean: {
    value: ["Vous payez {value} en avance en moyenne", "You pay {value} early on average"],
    zero: ["Vous n'avez jamais payé en avance chez nous", "You have never paid us early"]
  },
  instalments_early_share: {
    value: [
      "Vous avez payé {value} de vos échéances plus d'une semaine en avance",
      "You have paid {value} of your instalments over a week early"
    ],
    zero: [
      "Vous n'avez payé aucune échéance plus d'une semaine en avance",
      "You have paid no instalment over a week early"
    ]
  },
  instalments_short_share: {
    value: [
      "Vous n'avez pas payé en entier {value} de vos échéances",
      "You have not paid {value} of your instalments in full"
    ],
    zero: ["Vous avez payé toutes vos échéances en entier", "You have paid all your instalments in full"]
  },
  instalments_short_share_12m: {
    value: [
      "Sur les 12 derniers mois, vous n'avez pas payé en entier {value} de vos échéances",
      "Over the last 12 months, you have not paid {value} of your instalments in full"
    ],
    zero: [
      "Sur les 12 derniers mois, vous avez payé toutes vos échéances en entier",
      "Over the last 12 months, you have paid all your instalments in full"
    ]
  },
  instalments_missing_amount: {
    value: ["Il manque {value} à vos échéances passées", "Your past instalments are {value} short"],
    zero: ["Il ne manque rien à vos échéances passées", "Nothing is missing from your past instalments"]
  },
  instalments_in_parts_share: {
    value: [
      "Vous avez payé {value} de vos échéances en plusieurs fois",
      "You have paid {value} of your instalments in parts"
    ],
    zero: ["Vous n'avez payé aucune échéance en plusieurs fois", "You have paid no instalment in parts"]
  },
  instalments_paid_to_due: {
    value: ["Vous avez payé {value} de ce qui était dû chez nous", "You have paid {value} of what was due to us"]
  },
  instalments_paid_to_due_12m: {
    value: [
      "Sur les 12 derniers mois, vous avez payé {value} de ce qui était dû",
      "Over the last 12 months, you have paid {value} of what was due"
    ]
  },
  instalment_to_paid_mean: {
    value: [
      "Votre mensualité serait de {value} votre échéance moyenne de l'an passé",
      "Your instalment would be {value} your mean one of the past year"
    ]
  },
  instalment_to_paid_largest: {
    value: [
      "Votre mensualité serait de {value} votre plus forte échéance payée",
      "Your instalment would be {value} your largest one paid so far"
    ]
  }
};
