// biome-ignore-all format: a table reads best with a sentence a line
import type { Phrase } from './text.ts';

interface Problem {
  readonly severity: 'error' | 'warning';
  /** Lower case, no full stop. `{name}` is a parameter of the diagnostic. */
  readonly message: Phrase;
  /** Ways out; the first whose parameters are all known is shown. */
  readonly hints?: readonly Phrase[];
}

const didYouMean: Phrase = { en: 'did you mean "{near}"?', fr: 'vouliez-vous dire « {near} » ?' };

/** Every fault or doubt the journal can have, by its stable code. */
export const problems = {
  // Files
  'not-utf8': { severity: 'error', message: { en: 'this file is not UTF-8 text', fr: 'ce fichier n’est pas du texte UTF-8' }, hints: [{ en: 'save it as "CSV UTF-8" or, for YAML, as UTF-8', fr: 'enregistrez-le en « CSV UTF-8 » ou, pour YAML, en UTF-8' }] },
  'binary-file': { severity: 'error', message: { en: 'this is no text file', fr: 'ce n’est pas un fichier texte' }, hints: [{ en: 'keep it out of the journal, or start its name with "_"', fr: 'sortez-le du journal, ou faites commencer son nom par « _ »' }] },
  'link-outside': { severity: 'warning', message: { en: 'the link "{path}" leaves the journal and was not followed', fr: 'le lien « {path} » sort du journal et n’a pas été suivi' }, hints: [{ en: 'name its target with a --journal of its own', fr: 'nommez sa cible par un --journal à part' }] },
  'link-broken': { severity: 'warning', message: { en: 'the link "{path}" leads nowhere', fr: 'le lien « {path} » ne mène nulle part' } },

  // YAML
  'yaml-syntax': { severity: 'error', message: { en: 'this is not YAML: {detail}', fr: 'ce n’est pas du YAML : {detail}' } },
  'yaml-tab': { severity: 'error', message: { en: 'a tab cannot indent YAML', fr: 'une tabulation ne peut pas décaler du YAML' }, hints: [{ en: 'use spaces', fr: 'utilisez des espaces' }] },
  'yaml-unclosed': { severity: 'error', message: { en: 'this is never closed: {sign} is missing', fr: 'ceci n’est jamais fermé : il manque {sign}' }, hints: [{ en: 'close it with {sign}', fr: 'fermez avec {sign}' }] },
  'yaml-indent': { severity: 'error', message: { en: 'the indentation does not fit', fr: 'le décalage ne va pas' }, hints: [{ en: 'line it up with the fields above', fr: 'alignez-la sur les champs au-dessus' }] },
  'yaml-colon': { severity: 'error', message: { en: 'a name here has no ": " and value after it', fr: 'un nom ici n’est pas suivi de « : » et d’une valeur' }, hints: [{ en: 'write "name: value"', fr: 'écrivez « nom: valeur »' }] },
  'yaml-mixed': { severity: 'error', message: { en: 'a list and a mapping cannot stand side by side', fr: 'une liste et un dictionnaire ne peuvent pas être côte à côte' }, hints: [{ en: 'put the entries, indented, under "entries:"', fr: 'mettez les écritures, décalées, sous « entries: »' }] },
  'yaml-dash': { severity: 'error', message: { en: 'a dash and no space after it', fr: 'un tiret sans espace après lui' }, hints: [{ en: 'write "- type: …"', fr: 'écrivez « - type: … »' }] },
  'yaml-merge': { severity: 'error', message: { en: 'YAML 1.2 has no merge key "<<"', fr: 'YAML 1.2 n’a pas de clé de fusion « << »' }, hints: [{ en: 'write the fields out', fr: 'écrivez les champs' }] },
  'yaml-deep': { severity: 'error', message: { en: 'this is nested too deeply', fr: 'ceci est imbriqué trop profondément' } },
  'yaml-quote': { severity: 'error', message: { en: 'YAML reads this text as something else', fr: 'YAML lit ce texte autrement' }, hints: [{ en: 'put the text in quotes', fr: 'mettez le texte entre guillemets' }] },
  'yaml-after-quote': { severity: 'error', message: { en: 'the text goes on after its closing quote', fr: 'le texte continue après son guillemet fermant' }, hints: [{ en: 'write a quote within quotes twice', fr: 'doublez le guillemet à l’intérieur des guillemets' }] },
  'yaml-key': { severity: 'error', message: { en: 'a key must be a single word', fr: 'une clé doit être un seul mot' } },
  'duplicate-key': { severity: 'error', message: { en: '"{key}" stands twice here', fr: '« {key} » est écrit deux fois ici' }, hints: [{ en: 'two entries may be glued together here: give the second its own "{start}" line', fr: 'deux écritures sont peut-être collées ici : donnez à la seconde sa propre ligne « {start} »' }, { en: 'keep one', fr: 'n’en gardez qu’un' }] },
  'unknown-tag': { severity: 'error', message: { en: 'the YAML tag "{tag}" is not understood', fr: 'l’étiquette YAML « {tag} » n’est pas comprise' }, hints: [{ en: 'leave it out', fr: 'retirez-la' }] },
  'unknown-alias': { severity: 'error', message: { en: 'no anchor "&{alias}" stands before this alias', fr: 'aucune ancre « &{alias} » ne précède cet alias' } },
  'too-many-aliases': { severity: 'error', message: { en: 'the aliases of this file stand for more than {most} values', fr: 'les alias de ce fichier représentent plus de {most} valeurs' }, hints: [{ en: 'write the values out', fr: 'écrivez les valeurs' }] },
  'not-a-journal': { severity: 'error', message: { en: 'a journal file is a list of entries or a mapping', fr: 'un fichier de journal est une liste d’écritures ou un dictionnaire' }, hints: [{ en: 'start each entry with "- type: …"', fr: 'commencez chaque écriture par « - type: … »' }] },
  'not-a-mapping': { severity: 'error', message: { en: '{what} must be a mapping of names to values', fr: '{what} doit être un dictionnaire de noms et de valeurs' } },
  'not-a-list': { severity: 'error', message: { en: '{what} must be a list', fr: '{what} doit être une liste' } },
  'not-a-value': { severity: 'error', message: { en: '"{field}" takes one value', fr: '« {field} » prend une seule valeur' } },

  // CSV
  'unknown-column': { severity: 'error', message: { en: 'no field is called "{column}"', fr: 'aucun champ ne s’appelle « {column} »' }, hints: [didYouMean, { en: 'name the column after a field, or take it out', fr: 'donnez à la colonne le nom d’un champ, ou retirez-la' }] },
  'duplicate-column': { severity: 'error', message: { en: 'the column "{column}" stands twice', fr: 'la colonne « {column} » est là deux fois' } },
  'unnamed-column': { severity: 'error', message: { en: 'this cell stands in a column without a name', fr: 'cette cellule est dans une colonne sans nom' } },
  'unclosed-quote': { severity: 'error', message: { en: 'this quote is never closed', fr: 'ce guillemet n’est jamais fermé' }, hints: [{ en: 'close it; a quote within a cell is written twice', fr: 'fermez-le ; un guillemet dans une cellule s’écrit deux fois' }] },
  'stray-quote': { severity: 'error', message: { en: 'a quote within a cell that is not quoted', fr: 'un guillemet dans une cellule qui n’est pas entre guillemets' }, hints: [{ en: 'put the whole cell in quotes and write this one twice', fr: 'mettez toute la cellule entre guillemets et doublez celui-ci' }] },
  'extra-cells': { severity: 'error', message: { en: 'this row has {cells} cells, the header {columns}', fr: 'cette ligne a {cells} cellules, l’en-tête {columns}' }, hints: [{ en: 'a cell that holds a "{delimiter}" goes in quotes', fr: 'une cellule qui contient « {delimiter} » se met entre guillemets' }] },
  'short-row': { severity: 'warning', message: { en: 'this row has {cells} cells, the header {columns}; the rest are taken as empty', fr: 'cette ligne a {cells} cellules, l’en-tête {columns} ; le reste est pris pour vide' } },

  // Entries
  'missing-type': { severity: 'error', message: { en: 'this entry has no "type"', fr: 'cette écriture n’a pas de « type »' }, hints: [{ en: 'add "type": {types}', fr: 'ajoutez « type » : {types}' }] },
  'unknown-type': { severity: 'error', message: { en: 'no entry type is called "{type}"', fr: 'aucun type d’écriture ne s’appelle « {type} »' }, hints: [didYouMean, { en: 'the types are {types}', fr: 'les types sont {types}' }] },
  'unknown-key': { severity: 'error', message: { en: '{what} has no "{key}"', fr: '{what} n’a pas de « {key} »' }, hints: [didYouMean, { en: 'it is a field of: {types}', fr: 'c’est un champ de : {types}' }, { en: 'it has {keys}', fr: 'il y a {keys}' }] },
  'missing-field': { severity: 'error', message: { en: '{what} needs "{field}"', fr: '{what} demande « {field} »' }, hints: [{ en: 'add "{field}": {help}', fr: 'ajoutez « {field} » : {help}' }] },
  'given-twice': { severity: 'error', message: { en: '"{field}" is given twice in this entry', fr: '« {field} » est donné deux fois dans cette écriture' }, hints: [{ en: 'keep one', fr: 'n’en gardez qu’un' }] },
  'bad-date': { severity: 'error', message: { en: '"{value}" is not a date', fr: '« {value} » n’est pas une date' }, hints: [{ en: 'did you mean {near}? A date is written YYYY-MM-DD', fr: 'vouliez-vous dire {near} ? Une date s’écrit AAAA-MM-JJ' }, { en: 'write it YYYY-MM-DD', fr: 'écrivez-la AAAA-MM-JJ' }] },
  'no-such-day': { severity: 'error', message: { en: 'the calendar has no {value}', fr: 'le calendrier n’a pas de {value}' }, hints: [{ en: 'that month ends on {near}', fr: 'ce mois finit le {near}' }] },
  'bad-money': { severity: 'error', message: { en: '"{value}" is not an amount of money', fr: '« {value} » n’est pas un montant' }, hints: [{ en: 'did you mean "{near}"?', fr: 'vouliez-vous dire « {near} » ?' }, { en: 'write 1200, 1200.50 EUR or €1200.50', fr: 'écrivez 1200, 1200.50 EUR ou €1200.50' }] },
  'decimal-comma': { severity: 'error', message: { en: '"{value}" has a comma; the decimal mark is a point', fr: '« {value} » a une virgule ; la marque décimale est le point' }, hints: [{ en: 'write {near}; only a CSV file separated by ";" may use the decimal comma', fr: 'écrivez {near} ; seul un CSV séparé par « ; » peut utiliser la virgule décimale' }] },
  'too-fine': { severity: 'error', message: { en: '{currency} has {decimals} decimals, "{value}" has more', fr: '{currency} a {decimals} décimales, « {value} » en a plus' } },
  'too-large': { severity: 'error', message: { en: '"{value}" is too large', fr: '« {value} » est trop grand' } },
  'unknown-currency': { severity: 'error', message: { en: 'no currency has the code "{currency}"', fr: 'aucune devise n’a le code « {currency} »' }, hints: [didYouMean, { en: 'use an ISO 4217 code such as EUR', fr: 'utilisez un code ISO 4217 comme EUR' }] },
  'missing-price': { severity: 'error', message: { en: 'no price of {currency} in {reporting} on or before {day}', fr: 'pas de cours {currency} en {reporting} au {day} ou avant' }, hints: [{ en: 'add one to the settings: prices: [{ date: {day}, currency: {currency}, rate: … }]', fr: 'ajoutez-en un aux réglages : prices: [{ date: {day}, currency: {currency}, rate: … }]' }] },
  'bad-duration': { severity: 'error', message: { en: '"{value}" is not a duration', fr: '« {value} » n’est pas une durée' }, hints: [{ en: 'did you mean "{near}"?', fr: 'vouliez-vous dire « {near} » ?' }, { en: 'write 1h30, 90m, 1.5h, 1:30, or whole minutes', fr: 'écrivez 1h30, 90m, 1.5h, 1:30, ou des minutes entières' }] },
  'negative-duration': { severity: 'error', message: { en: 'a duration cannot be negative', fr: 'une durée ne peut pas être négative' } },
  'decimal-minutes': { severity: 'error', message: { en: '"{value}" is not a whole number of minutes', fr: '« {value} » n’est pas un nombre entier de minutes' }, hints: [{ en: 'did you mean {near}?', fr: 'vouliez-vous dire {near} ?' }] },
  'long-duration': { severity: 'error', message: { en: 'a duration is at most 31 days', fr: 'une durée est d’au plus 31 jours' } },
  'few-minutes': { severity: 'warning', message: { en: '{value} means {value} min', fr: '{value} veut dire {value} min' }, hints: [{ en: 'did you mean {near}?', fr: 'vouliez-vous dire {near} ?' }] },
  'bad-days': { severity: 'error', message: { en: '"{value}" is not a number of days', fr: '« {value} » n’est pas un nombre de jours' }, hints: [{ en: 'write 7d or 2w', fr: 'écrivez 7d (jours) ou 2w (semaines)' }] },
  'bad-count': { severity: 'error', message: { en: '"{value}" is not a whole number from 0', fr: '« {value} » n’est pas un nombre entier à partir de 0' } },
  'one-name': { severity: 'warning', message: { en: '"{value}" is taken as one', fr: '« {value} » est pris pour un seul' }, hints: [{ en: 'write several as a list, [a, b], in a CSV cell as a|b', fr: 'écrivez-en plusieurs en liste, [a, b], dans une cellule CSV a|b' }] },
  'bad-choice': { severity: 'error', message: { en: '"{field}" cannot be "{value}"', fr: '« {field} » ne peut pas être « {value} »' }, hints: [didYouMean, { en: 'it is one of {choices}', fr: 'valeurs possibles : {choices}' }] },
  'bad-rating': { severity: 'error', message: { en: '"{value}" is not a rating from 1 to 5', fr: '« {value} » n’est pas une note de 1 à 5' } },
  'empty-name': { severity: 'error', message: { en: 'a name cannot be empty', fr: 'un nom ne peut pas être vide' } },
  'reserved-name': { severity: 'error', message: { en: '"{value}" is a name that reports use themselves', fr: '« {value} » est un nom que les rapports emploient eux-mêmes' } },

  // Settings
  'unknown-setting': { severity: 'error', message: { en: 'no setting is called "{key}"', fr: 'aucun réglage ne s’appelle « {key} »' }, hints: [didYouMean, { en: 'the settings are {keys}', fr: 'les réglages sont {keys}' }] },
  'bad-number': { severity: 'error', message: { en: '"{field}" must be a number{range}', fr: '« {field} » doit être un nombre{range}' } },
  'same-rate-day': { severity: 'error', message: { en: 'two hourly rates start on {day}', fr: 'deux taux horaires commencent le {day}' }, hints: [{ en: 'keep one', fr: 'n’en gardez qu’un' }] },
  'negative-setting': { severity: 'error', message: { en: '"{field}" cannot be negative', fr: '« {field} » ne peut pas être négatif' } },
  'bad-rates': { severity: 'error', message: { en: 'a dated hourly rate is a list of days and rates', fr: 'un taux horaire daté est une liste de jours et de taux' }, hints: [{ en: 'write [{ from: 2026-01-01, rate: 60 }]', fr: 'écrivez [{ from: 2026-01-01, rate: 60 }]' }] },
  'other-currency': { severity: 'error', message: { en: '"{value}" is not in {currency}, the reporting currency', fr: '« {value} » n’est pas en {currency}, la devise du rapport' } },
  'setting-conflict': { severity: 'error', message: { en: '"{key}" is set otherwise at {place}', fr: '« {key} » est réglé autrement à {place}' }, hints: [{ en: 'keep one of the two', fr: 'gardez l’un des deux' }] },
  'left-before-joined': { severity: 'error', message: { en: 'the group was left before it was joined', fr: 'le groupe a été quitté avant d’être rejoint' } },
  'web-source-twice': { severity: 'error', message: { en: 'the web source "{source}" is already that of the group "{group}"', fr: 'la source web « {source} » est déjà celle du groupe « {group} »' } },

  'bad-answer': { severity: 'error', message: { en: '"{value}" is not a question and its answer', fr: '« {value} » n’est pas une question et sa réponse' }, hints: [{ en: 'write "Question: answer", in quotes', fr: 'écrivez "Question: réponse", entre guillemets' }] },
  'unknown-site': { severity: 'error', message: { en: 'no member has the site "{name}"', fr: 'aucun membre n’a le site « {name} »' }, hints: [didYouMean, { en: 'give it to a member in the settings: members: { eve: { site: {name} } }', fr: 'donnez-le à un membre dans les réglages : members: { eve: { site: {name} } }' }] },

  // The whole journal
  'unknown-group': { severity: 'error', message: { en: 'no group "{name}" is declared', fr: 'aucun groupe « {name} » n’est déclaré' }, hints: [didYouMean, { en: 'declare it in the settings: groups: { {name}: {} }', fr: 'déclarez-le dans les réglages : groups: { {name}: {} }' }] },
  'unknown-member': { severity: 'error', message: { en: 'no member "{name}" is declared', fr: 'aucun membre « {name} » n’est déclaré' }, hints: [didYouMean, { en: 'declare them in the settings: members: { {name}: {} }', fr: 'déclarez-le dans les réglages : members: { {name}: {} }' }] },
  'duplicate-id': { severity: 'error', message: { en: 'the id "{id}" is already that of the entry at {place}', fr: 'l’id « {id} » est déjà celui de l’écriture à {place}' } },
  'unknown-referral': { severity: 'error', message: { en: 'no referral received has the id or contact "{name}"', fr: 'aucune recommandation reçue n’a l’id ou le contact « {name} »' }, hints: [didYouMean] },
  'given-referral': { severity: 'error', message: { en: 'the referral "{name}" is one you gave: a sale names one you received', fr: 'la recommandation « {name} » est donnée : une vente en nomme une reçue' }, hints: [{ en: 'leave it out, and name the group', fr: 'retirez-la et nommez le groupe' }] },
  'ambiguous-referral': { severity: 'error', message: { en: '{count} referrals received have the contact "{name}"', fr: '{count} recommandations reçues ont le contact « {name} »' }, hints: [{ en: 'give the right one an id and name that', fr: 'donnez un id à celle que vous visez, puis employez-le' }] },
  'sale-before-referral': { severity: 'error', message: { en: 'the sale is dated before its referral of {day}', fr: 'la vente est datée d’avant sa recommandation du {day}' } },
  'group-mismatch': { severity: 'error', message: { en: 'the sale is in group "{group}", its referral in "{other}"', fr: 'la vente est dans le groupe « {group} », sa recommandation dans « {other} »' }, hints: [{ en: 'leave the group out: it is the referral’s', fr: 'retirez le groupe : c’est celui de la recommandation' }] },
  'until-before-date': { severity: 'error', message: { en: '"until" is before the date {day}', fr: '« until » est avant la date {day}' } },
  'won-received': { severity: 'error', message: { en: 'a referral received is won by the sale that names it', fr: 'une recommandation reçue est gagnée par la vente qui la nomme' }, hints: [{ en: 'take "won" out and add the sale: netroi won REFERRAL --amount …', fr: 'retirez « won » et ajoutez la vente : netroi won RECOMMANDATION --amount …' }] },
  'group-left': { severity: 'warning', message: { en: 'the group "{group}" was left on {day}', fr: 'le groupe « {group} » a été quitté le {day}' } },
  'future-date': { severity: 'warning', message: { en: '{value} is after {day}, the day of the report', fr: '{value} est après le {day}, jour du rapport' } },
  'long-activity': { severity: 'warning', message: { en: 'an activity of {hours} hours', fr: 'une activité de {hours} heures' }, hints: [{ en: 'a plain number is minutes', fr: 'un nombre seul est en minutes' }] },
  'same-entry': { severity: 'warning', message: { en: 'the same entry stands at {place}', fr: 'la même écriture est à {place}' } },
  'look-alike': { severity: 'warning', message: { en: '"{name}" looks like "{other}" at {place} but is written with other letters', fr: '« {name} » ressemble à « {other} » à {place} mais s’écrit avec d’autres lettres' } },
  'control-characters': { severity: 'warning', message: { en: 'this text holds control characters', fr: 'ce texte contient des caractères de contrôle' }, hints: [{ en: 'they are shown as visible escapes', fr: 'ils sont montrés sous forme visible' }] },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;
