export const settings = `# Élise Moreau, graphiste et UX designer indépendante, Lyon 4e.
# Un fichier par année ; tout le temps compte : préparation, trajet, et le lendemain difficile.

currency: EUR
hourly-rate:
  - { from: 2024-01-01, rate: 50 }
  - { from: 2026-01-01, rate: 60 } # enfin augmentée
signals: { typical-sale: 1800 }
followup: { contact-within: 2d, inform-within: 7d, thank-within: 10d }

groups:
  bni:
    name: BNI Lyon Presqu'île
    kind: referral-group
    joined: 2023-09-14
    goals: [clients, supplier]
    renews: 2027-01-11
    notice: 60d
  fbc:
    name: French-British Business Club
    kind: club
    joined: 2023-03-07
    goals: [clients, skill] # et garder mon anglais en forme
    renews: 2027-03-01
    notice: 30d
  linkedin: { name: LinkedIn, kind: social, goals: [clients, market-intel], web: [linkedin, lnkd.in] }
  cercle:
    name: Cercle Part-Dieu
    kind: club
    joined: 2024-01-10
    goals: [clients]
    renews: 2027-01-10
    notice: 60d
  cci: { name: "CCI, Club Numérique", kind: chamber, joined: 2022-05-03, left: 2025-12-31, goals: [skill, clients] }
  ateliers:
    name: Ateliers de la Croix-Rousse
    kind: coworking
    joined: 2026-05-18
    goals: [clients, partnership]
    renews: 2027-05-18
    notice: 30d

surveys:
  veille: { date: 2026-03-16, asked: all, exclude-roles: [competitor, subcontractor] }

prices: # 1 GBP en euros
  - { date: 2024-01-01, currency: GBP, rate: 1.15 }
  - { date: 2024-07-01, currency: GBP, rate: 1.18 }
  - { date: 2025-01-01, currency: GBP, rate: 1.20 }
  - { date: 2025-07-01, currency: GBP, rate: 1.16 }
  - { date: 2026-01-01, currency: GBP, rate: 1.15 }
`;

/** What stands at the head of each year's file. */
export const heads: Readonly<Record<string, string>> = {
  2024: `# 2024. Première année où je note tout.
# Résolution : dire oui un peu partout, compter, et regarder plus tard.
`,
  2025: `# 2025
# Le BNI tourne, le club anglais aussi. Le Cercle : on m'a dit d'être patiente.
`,
  2026: `# 2026
# Tarif horaire à 60 €. Quitté la CCI sans drame, il reste à trancher pour le Cercle.
`,
};

/** Asides between the entries: the day they come before, and the words. */
export const asides: readonly (readonly [string, string])[] = [
  ['2024-01-11', 'Cotisation BNI réglée en une fois, étalée sur douze mois avec `until`.'],
  ['2024-05-13', 'Entre les ponts et la grippe de Gabin, un mois de mai en pointillé.'],
  ['2024-08-05', 'Fermé trois semaines. Bretagne.'],
  ['2024-11-18', 'Relancer tout ce qui dort depuis septembre !'],
  ['2025-03-03', "Nouveau site en ligne, je compte aussi Google à partir d'ici."],
  ['2025-06-23', 'Canicule, la moitié des rendez-vous passe en visio.'],
  ['2025-08-04', "Pause. Rien à noter, et c'est très bien."],
  ['2025-12-08', "Fête des Lumières : personne ne répond, ne pas s'en vexer."],
  ['2026-02-16', 'Un mercredi soir sur trois au Cercle, à cinq heures la soirée. Faire le compte.'],
  ['2026-05-18', 'Premier jour aux Ateliers. Établi sous la verrière, imprimante partagée.'],
  ['2026-08-03', 'Vacances, téléphone coupé.'],
  [
    '2026-10-12',
    'Préavis du Cercle : soixante jours avant le 10 janvier. Il faut trancher avant le 11 novembre.',
  ],
];
