import {define} from "./define.ts";

/** Earlier applications to this lender: what is recent, what changes, the last against those before it. */
export const previousLately = define("previous_application", [
  {
    id: "earlier_applications_3m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Demandes précédentes sur 3 mois", "Earlier applications, last 3 months"],
    description: [
      "Nombre de demandes que le client nous a faites dans les 3 mois avant celle-ci.",
      "How often the client applied to us in the 3 months before this application."
    ]
  },
  {
    id: "earlier_refused_3m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus sur 3 mois", "Refusals, last 3 months"],
    description: [
      "Nombre de demandes que nous avons refusées dans les 3 mois avant celle-ci.",
      "How many applications we refused in the 3 months before this one."
    ]
  },
  {
    id: "earlier_approved_24m",
    unit: "count",
    family: "applications",
    direction: "none",
    label: ["Demandes acceptées en 24 mois", "Applications granted in 24 months"],
    description: [
      "Nombre de demandes que nous avons acceptées dans les 24 derniers mois.",
      "How many applications we granted in the last 24 months."
    ]
  },
  {
    id: "earlier_cancelled_12m",
    unit: "count",
    family: "applications",
    direction: "none",
    label: ["Demandes annulées en 12 mois", "Applications cancelled in 12 months"],
    description: [
      "Nombre de demandes annulées en cours de route dans les 12 derniers mois.",
      "How many applications were called off midway in the last 12 months."
    ]
  },
  {
    id: "earlier_ended_12m",
    unit: "count",
    family: "repayment",
    direction: "lowers",
    label: ["Crédits terminés chez nous en 12 mois", "Credits with us that ended in 12 months"],
    description: [
      "Nombre de nos crédits dont la dernière échéance est tombée dans les 12 derniers mois.",
      "How many of our credits had their last due date in the last 12 months."
    ]
  },
  {
    id: "earlier_refused_trend",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Évolution des refus", "Change in refusals"],
    description: [
      "Part des demandes refusées sur les 12 derniers mois, moins cette part auparavant.",
      "The share of applications refused in the last 12 months, minus that share before."
    ]
  },
  {
    id: "earlier_refused_since_approved",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus depuis la dernière acceptation", "Refusals since the latest approval"],
    description: [
      "Nombre de demandes refusées depuis la dernière que nous avons acceptée.",
      "How many applications were refused since the latest one that we granted."
    ]
  },
  {
    id: "earlier_months_between",
    unit: "months",
    family: "applications",
    direction: "lowers",
    label: ["Temps moyen entre deux demandes", "Mean time between applications"],
    description: [
      "Temps écoulé en moyenne d'une demande à la suivante.",
      "The mean time from one application to the next."
    ]
  },
  {
    id: "earlier_latest_to_mean",
    unit: "number",
    family: "applications",
    direction: "none",
    label: ["Dernier montant demandé rapporté à l'habituel", "Latest amount asked for, to the usual one"],
    description: [
      "Montant visé par la dernière demande, en nombre de fois celui que le client demande en moyenne.",
      "The amount that the latest application was for, as a number of times what the client asks for on average."
    ]
  },
  {
    id: "earlier_granted_share_latest",
    unit: "ratio",
    family: "applications",
    direction: "none",
    label: ["Part accordée du dernier montant demandé", "Share of the latest amount that was granted"],
    description: [
      "Montant du dernier crédit accordé, rapporté à ce que le client avait demandé.",
      "The amount of the latest credit granted, as a share of what the client had asked for."
    ]
  },
  {
    id: "earlier_cost_trend",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Coût du dernier crédit, écart à la moyenne", "Cost of the latest credit, against the mean"],
    description: [
      "Coût annuel du dernier crédit accordé, moins le coût moyen des crédits accordés.",
      "The yearly cost of the latest credit granted, minus the mean cost of those granted."
    ]
  }
]);
