import {define} from "./define.ts";
import {employerSectors, occupations} from "./work-names.ts";

/** What the application says in words. */
export const situationCategories = define("application", [
  {
    id: "credit_type",
    unit: "category",
    family: "credit",
    direction: "none",
    actionable: true,
    label: ["Type de crédit demandé", "Type of credit"],
    description: [
      "Prêt d'une somme fixée, ou réserve d'argent à utiliser au fil du temps.",
      "A loan of a fixed sum, or a reserve of money to draw on over time."
    ],
    categoryLabels: {
      "Cash loans": ["Prêt personnel", "Cash loan"],
      "Revolving loans": ["Crédit renouvelable", "Revolving credit"]
    }
  },
  {
    id: "application_weekday",
    unit: "category",
    family: "credit",
    direction: "none",
    label: ["Jour de la demande", "Day of the application"],
    description: ["Jour de la semaine où la demande a été faite.", "The day of the week of the application."],
    categoryLabels: {
      MONDAY: ["Lundi", "Monday"],
      TUESDAY: ["Mardi", "Tuesday"],
      WEDNESDAY: ["Mercredi", "Wednesday"],
      THURSDAY: ["Jeudi", "Thursday"],
      FRIDAY: ["Vendredi", "Friday"],
      SATURDAY: ["Samedi", "Saturday"],
      SUNDAY: ["Dimanche", "Sunday"]
    }
  },
  {
    id: "income_type",
    unit: "category",
    family: "income",
    direction: "none",
    label: ["Source de revenu", "Source of income"],
    description: ["D'où vient le revenu principal du client.", "Where the client's main income comes from."],
    categoryLabels: {
      Working: ["Salarié", "Employee"],
      "Commercial associate": ["Salarié du commerce", "Employee in trade"],
      Pensioner: ["Retraité", "Pensioner"],
      "State servant": ["Agent public", "Public servant"],
      Unemployed: ["Sans emploi", "Unemployed"],
      Student: ["Étudiant", "Student"],
      Businessman: ["Chef d'entreprise", "Business owner"]
    }
  },
  {
    id: "occupation",
    unit: "category",
    family: "income",
    direction: "none",
    label: ["Métier", "Occupation"],
    description: ["Métier que le client a déclaré.", "The occupation that the client declared."],
    categoryLabels: occupations
  },
  {
    id: "employer_sector",
    unit: "category",
    family: "income",
    direction: "none",
    label: ["Secteur de l'employeur", "Employer's sector"],
    description: [
      "Secteur d'activité de l'organisation où le client travaille ; absent pour qui ne travaille pas.",
      "The sector of the organisation where the client works; absent for people who do not work."
    ],
    categoryLabels: employerSectors
  },
  {
    id: "education",
    unit: "category",
    family: "situation",
    direction: "none",
    label: ["Niveau d'études", "Level of education"],
    description: ["Plus haut niveau d'études atteint.", "The highest level of education reached."],
    categoryLabels: {
      "Lower secondary": ["Collège", "Lower secondary"],
      "Secondary / secondary special": ["Lycée ou formation professionnelle", "Secondary or vocational"],
      "Incomplete higher": ["Études supérieures inachevées", "Higher education, unfinished"],
      "Higher education": ["Études supérieures", "Higher education"],
      "Academic degree": ["Diplôme universitaire de recherche", "Academic degree"]
    }
  },
  {
    id: "gender",
    unit: "category",
    family: "situation",
    direction: "none",
    protected: true,
    label: ["Sexe", "Gender"],
    description: [
      "Sexe inscrit au dossier ; il ne sert qu'à vérifier que le score ne traite personne différemment.",
      "The gender on file; it only serves to check that the score treats no one differently."
    ],
    categoryLabels: {F: ["Femme", "Woman"], M: ["Homme", "Man"]}
  },
  {
    id: "family_status",
    unit: "category",
    family: "situation",
    direction: "none",
    protected: true,
    label: ["Situation familiale", "Family status"],
    description: [
      "Situation familiale déclarée ; elle ne sert qu'à vérifier que le score ne traite personne différemment.",
      "The family status declared; it only serves to check that the score treats no one differently."
    ],
    categoryLabels: {
      Married: ["Marié", "Married"],
      "Civil marriage": ["En union civile", "In a civil partnership"],
      "Single / not married": ["Célibataire", "Single"],
      Separated: ["Séparé", "Separated"],
      Widow: ["Veuf ou veuve", "Widowed"]
    }
  },
  {
    id: "housing",
    unit: "category",
    family: "housing",
    direction: "none",
    label: ["Logement", "Housing"],
    description: ["Type de logement où vit le client.", "The kind of home that the client lives in."],
    categoryLabels: {
      "House / apartment": ["Maison ou appartement", "House or flat"],
      "With parents": ["Chez ses parents", "With parents"],
      "Municipal apartment": ["Logement social", "Council flat"],
      "Rented apartment": ["Appartement loué", "Rented flat"],
      "Office apartment": ["Logement de fonction", "Tied accommodation"],
      "Co-op apartment": ["Coopérative d'habitation", "Housing co-operative"]
    }
  },
  {
    id: "building_type",
    unit: "category",
    family: "housing",
    direction: "none",
    label: ["Type d'immeuble", "Type of building"],
    description: ["Type de l'immeuble où vit le client.", "The type of building that the client lives in."],
    categoryLabels: {
      "block of flats": ["Immeuble collectif", "Block of flats"],
      "terraced house": ["Maison mitoyenne", "Terraced house"],
      "specific housing": ["Habitat particulier", "Special housing"]
    }
  },
  {
    id: "building_walls",
    unit: "category",
    family: "housing",
    direction: "none",
    label: ["Matériau des murs de l'immeuble", "Building's wall material"],
    description: [
      "Matériau principal des murs de l'immeuble où vit le client.",
      "What the walls of the client's building are mainly made of."
    ],
    categoryLabels: {
      Panel: ["Panneaux préfabriqués", "Prefabricated panels"],
      "Stone, brick": ["Pierre ou brique", "Stone or brick"],
      Block: ["Blocs de béton", "Concrete blocks"],
      Wooden: ["Bois", "Wood"],
      Mixed: ["Matériaux mélangés", "Mixed materials"],
      Monolithic: ["Béton coulé sur place", "Concrete cast on site"],
      Others: ["Autre matériau", "Another material"]
    }
  },
  {
    id: "building_repair_fund",
    unit: "category",
    family: "housing",
    direction: "none",
    label: ["Fonds de travaux de l'immeuble", "Building's repair fund"],
    description: [
      "Compte où sont versées les provisions pour gros travaux de l'immeuble.",
      "The account that provisions for major repairs of the building are paid into."
    ],
    categoryLabels: {
      "reg oper account": ["Compte de l'opérateur régional", "Regional operator's account"],
      "reg oper spec account": ["Compte dédié chez l'opérateur régional", "Dedicated account at the regional operator"],
      "org spec account": ["Compte dédié d'une autre organisation", "Dedicated account of another organisation"],
      "not specified": ["Non précisé", "Not specified"]
    }
  }
]);
