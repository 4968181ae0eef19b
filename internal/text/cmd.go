package text

import "fmt"

// RootShort says in a line what the program is.
func RootShort() Phrase {
	return Phrase{
		"Calcule la contribution de chaque EPCI à l'ENT des écoles",
		"Compute what each EPCI contributes to the schools' digital workspace",
	}
}

// RootLong says what the program does.
func RootLong() Phrase {
	return Phrase{
		`entcalc calcule, détaille et explique la contribution annuelle de chaque EPCI à
l'espace numérique de travail (ENT) des écoles : une grille tarifaire votée et
des effectifs (CSV ou XLSX) entrent, des montants exacts au centime sortent.`,
		`entcalc computes, itemises and explains the yearly contribution of each EPCI to
the schools' digital workspace (ENT): a voted tariff and counts (CSV or XLSX) go
in, amounts exact to the cent come out.`,
	}
}

// RootExamples shows the first commands to try.
func RootExamples() string {
	return `entcalc calc --pupils 1000 --schools 10
entcalc calc effectifs.csv
entcalc calc effectifs.csv -o annexe.xlsx -o annexe.csv
entcalc explain effectifs.csv --epci 200030633
entcalc rates show`
}

// FilesArgument names the counts files in a usage line.
func FilesArgument() Phrase { return Phrase{"[FICHIER…]", "[FILE…]"} }

// RateFilesArgument names the rate files in a usage line.
func RateFilesArgument() Phrase { return Phrase{"FICHIER…", "FILE…"} }

// VersionArgument names an optional version in a usage line.
func VersionArgument() Phrase { return Phrase{"[VERSION]", "[VERSION]"} }

// SchemaArgument names a schema in a usage line.
func SchemaArgument() Phrase { return Phrase{"NOM", "NAME"} }

// CalcShort says in a line what calc does.
func CalcShort() Phrase {
	return Phrase{"Calculer et détailler les contributions", "Price and itemise the contributions"}
}

// CalcLong says what calc does.
func CalcLong() Phrase {
	return Phrase{
		`Calcule la contribution de chaque EPCI : une ligne par part, quantité ×
tarif = montant arrondi au centime, puis les sommes. Sans fichier, --pupils et
--schools posent une question rapide ; « - » lit l'entrée standard.

Un fichier a une ligne par EPCI, ou une ligne par école, tel que le ministère le
publie : ses colonnes le disent. La commune de chaque école donne son EPCI ;
ce qui est écarté (secteur, rentrée…) est compté. Une colonne équipée ou tranche
(une année, avec --year) dit quelles écoles sont équipées.

Les sorties d'entcalc.yaml sont celles de ses propres entrées : un fichier ou un
-f que l'on tape s'affiche, et les laisse comme elles sont.

Sans colonnes de nouveaux élèves ou de nouvelles écoles, tout est compté comme
nouveau (--new all) : un avis dit le montant en jeu.

Une colonne voté (effectifs ou --members) donne ce que l'assemblée a voté à la
place du montant calculé ; vide : rien d'autre. À côté du net, les documents montrent
le voté, l'écart et ce qui est appelé (le voté, sinon le net). json n'a que le voté
et le total appelé ; csv, dont chaque ligne est un produit, n'en dit rien. Rien n'est
calculé autrement.

-o 'appels/{siren}-{year}.pdf' écrit un appel par EPCI, dans tout format ; {name}
est son nom. L'en-tête, la somme en toutes lettres, la signature et la liste des
écoles ne sont que dans pdf, html, xlsx et md. --against montre ce qui a changé (md, xlsx, html, pdf). L'en-tête des
documents (le syndicat, son logo, qui signe) se dit dans entcalc.yaml :
« letterhead: {name: …, siret: …, place: …} ». Un PDF et un HTML portent le JSON
du même calcul : --against, verify et --check l'y lisent.`,
		`Prices the contribution of each EPCI: a line for each component, quantity × rate
= amount rounded to the cent, then the sums. Without a file, --pupils and
--schools ask a quick question; "-" reads standard input.

A file has a row per EPCI, or a row per school, as the ministry publishes it: its
columns tell. The commune of each school gives its EPCI; what is left out (sector,
rentrée…) is counted. A column equipped or wave (a year, with --year) tells which
schools are equipped.

The outputs of entcalc.yaml are those of its own inputs: a file or a -f that is
typed is printed, and leaves them as they are.

Without columns of new pupils or new schools everything counts as new (--new
all): a notice tells the amount at stake.

A column voted (counts or --members) gives what the assembly voted in place of the
computed amount; blank: nothing else. Beside net, documents show what was voted, the
difference, and what is called (what was voted, else net). json has only what was
voted and the total called; csv, whose rows are products, has nothing of it. Nothing
is computed otherwise.

-o 'appels/{siren}-{year}.pdf' writes a call for each EPCI, in any format; {name}
is its name. The letterhead, the sum in words, the signature and the list of schools
are in pdf, html, xlsx and md only. --against shows what changed (md, xlsx, html, pdf). Who publishes the
documents (the syndicat, its logo, who signs) is said in entcalc.yaml:
"letterhead: {name: …, siret: …, place: …}". A PDF and an HTML file carry the JSON
of the same run: --against, verify and --check read it there.`,
	}
}

// CalcExamples shows calc.
func CalcExamples() string {
	return `entcalc calc effectifs.csv
entcalc calc effectifs.csv --with mobile-app,audit
entcalc calc effectifs.xlsx --sheet 2026 --year 2026 -o annexe.xlsx
entcalc calc fr-en-ecoles-effectifs-nb_classes.csv --rentree 2024 --members adherents.csv
entcalc calc effectifs.csv --set platform=0.65 -f md
entcalc calc effectifs.csv -o annexe.json --check
entcalc calc effectifs.csv --year 2026 -o annexe.pdf -o 'appels/{siren}-{year}.pdf'
entcalc calc --pupils 1000 --schools 10 --new none`
}

// ValidateShort says in a line what validate does.
func ValidateShort() Phrase {
	return Phrase{"Lire et contrôler les effectifs, sans rien calculer", "Read and check the counts, and price nothing"}
}

// ValidateLong says what validate does.
func ValidateLong() Phrase {
	return Phrase{
		`Lit les effectifs comme calc le ferait, signale tout ce qui ne va pas, à sa place
(fichier, ligne, colonne ou cellule), et résume ce qui a été lu.`,
		`Reads the counts as calc would, reports all that is wrong, at its place (file,
line, column or cell), and sums up what was read.`,
	}
}

// ValidateExamples shows validate.
func ValidateExamples() string {
	return `entcalc validate effectifs.csv
entcalc validate fr-en-ecoles-effectifs-nb_classes.csv --epci 200030633
entcalc validate effectifs.xlsx --sheet 2026 --strict
entcalc validate effectifs.csv --diagnostics json`
}

// ExplainShort says in a line what explain does.
func ExplainShort() Phrase {
	return Phrase{"Expliquer une contribution en phrases, avec ses articles", "Explain one contribution in sentences, with its articles"}
}

// ExplainLong says what explain does.
func ExplainLong() Phrase {
	return Phrase{
		`Dit en phrases d'où vient chaque montant d'une contribution : l'assiette, le
tarif, l'article, ce qui a été supposé. Sans --epci, explique chaque EPCI lu.

Avec --against (des effectifs, ou un JSON, un PDF ou un HTML d'entcalc calc, comme pour
compare), dit ce qui a changé depuis, cause par cause, en phrases à reprendre dans un
courrier.`,
		`Tells in sentences where each amount of a contribution comes from: basis, rate,
article, what was assumed. Without --epci, explains each EPCI read.

With --against (counts, or a JSON, PDF or HTML of entcalc calc, as for compare), tells
what has changed since, cause by cause, in sentences for a letter.`,
	}
}

// ExplainExamples shows explain.
func ExplainExamples() string {
	return `entcalc explain effectifs.csv --epci 200030633
entcalc explain --pupils 1000 --schools 10 --with audit
entcalc explain effectifs-2026.csv --against effectifs-2025.csv --epci 200030633`
}

// RatesShort says in a line what rates does.
func RatesShort() Phrase {
	return Phrase{"Consulter, contrôler, comparer ou préparer une grille tarifaire", "Look at, check, compare or start a tariff"}
}

// RatesLong says what rates does.
func RatesLong() Phrase {
	return Phrase{
		`Les grilles tarifaires sont des données versionnées (YAML). Celle de la Version 4
est incluse ; --rates en ajoute, qui peuvent la reprendre et la modifier.`,
		`Tariffs are versioned data (YAML). That of Version 4 is built in; --rates adds
others, which may extend and change it.`,
	}
}

// RatesExamples shows rates.
func RatesExamples() string {
	return `entcalc rates list
entcalc rates show 4
entcalc rates init 2027 -o tarifs-2027.yaml
entcalc rates validate tarifs-2027.yaml
entcalc rates diff 4 2027 --rates tarifs-2027.yaml`
}

// RatesListShort says in a line what rates list does.
func RatesListShort() Phrase {
	return Phrase{"Lister les grilles et leurs dates de validité", "List the tariffs and when each is in force"}
}

// RatesListExamples shows rates list.
func RatesListExamples() string {
	return "entcalc rates list\nentcalc rates list --rates tarifs-2027.yaml -f json"
}

// RatesShowShort says in a line what rates show does.
func RatesShowShort() Phrase {
	return Phrase{"Montrer une grille, à comparer avec l'article", "Show a tariff, to be held against the article"}
}

// RatesShowExamples shows rates show.
func RatesShowExamples() string {
	return "entcalc rates show\nentcalc rates show 4\nentcalc rates show --on 2026-01-01 -f json"
}

// RatesValidateShort says in a line what rates validate does.
func RatesValidateShort() Phrase {
	return Phrase{"Contrôler des fichiers de tarifs", "Check rate files"}
}

// RatesValidateLong says what rates validate does.
func RatesValidateLong() Phrase {
	return Phrase{
		`Lit des fichiers de tarifs et signale tout ce qui ne va pas, à sa place (fichier,
ligne, colonne). Des avis disent aussi ce qui est permis et rarement voulu : jours
sans grille adoptée, ou avec deux, part obligatoire perdue par une reprise,
libellé dans une seule langue, tarif qui bouge de plus de 50 % depuis la grille
précédente ou reprise, grille sans exemple. --strict en fait des erreurs.`,
		`Reads rate files and reports all that is wrong, at its place (file, line, column).
Notices also tell what is allowed and seldom meant: days without an adopted
tariff, or with two, a mandatory component lost by an extension, a label in one
language, a rate that moved by more than 50% since the tariff before or the one
extended, a tariff without example. --strict makes errors of them.`,
	}
}

// RatesValidateExamples shows rates validate.
func RatesValidateExamples() string {
	return "entcalc rates validate tarifs-2027.yaml\nentcalc rates validate tarifs-2027.yaml --strict"
}

// RatesInitShort says in a line what rates init does.
func RatesInitShort() Phrase {
	return Phrase{"Écrire un fichier de tarifs commenté, à modifier", "Write a commented rate file, to be changed"}
}

// RatesInitLong says what rates init does.
func RatesInitLong() Phrase {
	return Phrase{
		`Écrit un fichier qui reprend la grille en vigueur sous une nouvelle version, à
l'état de projet, avec la ligne qui donne le schéma aux éditeurs de texte.`,
		`Writes a file that extends the tariff in force under a new version, as a draft,
with the line that gives the schema to text editors.`,
	}
}

// RatesInitExamples shows rates init.
func RatesInitExamples() string {
	return "entcalc rates init 2027 -o tarifs-2027.yaml\nentcalc schema rates -o rates.schema.json"
}

// TemplateShort says in a line what template does.
func TemplateShort() Phrase {
	return Phrase{"Écrire un fichier d'effectifs vide pour la grille", "Write an empty counts file for the tariff"}
}

// TemplateLong says what template does.
func TemplateLong() Phrase {
	return Phrase{
		`Écrit l'en-tête d'un fichier d'effectifs : les colonnes que la grille demande.
calc le relit une fois rempli ; les colonnes sans objet se suppriment. C'est un CSV ;
-o FICHIER.xlsx donne un classeur, dont les cellules refusent ce que calc refuserait
et dont les en-têtes disent, en note, ce que chaque colonne attend. Trois colonnes que
calc lit aussi n'y sont pas, et s'ajoutent à la main : l'exercice (exercice), le
montant voté (voté), la quantité déclarée d'une part (support_quantity).`,
		`Writes the header of a counts file: the columns that the tariff asks for.
calc reads it back once filled in; columns that do not apply may be deleted. It is a
CSV; -o FILE.xlsx gives a workbook, whose cells refuse what calc would refuse, and
whose headers say, in a note, what each column wants. Three columns that calc reads
too are not there, and may be added by hand: the year (year), the voted amount
(voted), the quantity declared for a component (support_quantity).`,
	}
}

// TemplateExamples shows template.
func TemplateExamples() string {
	return "entcalc template -o effectifs.csv\nentcalc template -o effectifs.xlsx --rates tarifs-2027.yaml"
}

// SchemaShort says in a line what schema does.
func SchemaShort() Phrase {
	return Phrase{"Écrire un schéma JSON des formats d'entcalc", "Print a JSON Schema of entcalc's formats"}
}

// SchemaLong says which schemas there are.
func SchemaLong(names string) Phrase {
	return Phrase{
		"Écrit le schéma JSON d'un format : " + names + ".",
		"Prints the JSON Schema of a format: " + names + ".",
	}
}

// SchemaExamples shows schema.
func SchemaExamples() string { return "entcalc schema rates -o rates.schema.json\nentcalc schema calc" }

// CompletionShort says in a line what completion does.
func CompletionShort() Phrase {
	return Phrase{"Écrire le script de complétion d'un interpréteur", "Print the completion script of a shell"}
}

// CompletionLong says which shells there are.
func CompletionLong(shells string) Phrase {
	return Phrase{
		"Écrit le script de complétion d'un interpréteur de commandes : " + shells + ".",
		"Prints the completion script of a shell: " + shells + ".",
	}
}

// CompletionExamples shows completion.
func CompletionExamples() string { return "entcalc completion bash" }

// VersionShort says in a line what version does.
func VersionShort() Phrase {
	return Phrase{"Dire la version d'entcalc", "Tell the version of entcalc"}
}

// HelpShort says in a line what help does.
func HelpShort() Phrase { return Phrase{"Aide d'une commande", "Help about a command"} }

// HelpExamples heads the examples.
func HelpExamples() Phrase { return Phrase{"Exemples :", "Examples:"} }

// HelpUsage heads the usage line.
func HelpUsage() Phrase { return Phrase{"Usage :", "Usage:"} }

// HelpCommands heads the subcommands.
func HelpCommands() Phrase { return Phrase{"Commandes :", "Commands:"} }

// HelpCommandWord stands for a subcommand in a usage line.
func HelpCommandWord() Phrase { return Phrase{"[COMMANDE]", "[COMMAND]"} }

// HelpFlagsWord stands for flags in a usage line.
func HelpFlagsWord() Phrase { return Phrase{"[options]", "[flags]"} }

// HelpDefault tells a flag's default.
func HelpDefault(value string) Phrase {
	return Phrase{fmt.Sprintf("(par défaut : %s)", value), fmt.Sprintf("(default: %s)", value)}
}

// HelpGroup heads a group of flags.
func HelpGroup(group string) Phrase {
	switch group {
	case "counts":
		return Phrase{"Effectifs :", "Counts:"}
	case "schools":
		return Phrase{"Fichiers d'écoles :", "Files of schools:"}
	case "rates":
		return Phrase{"Tarifs :", "Rates:"}
	case "what-if":
		return Phrase{"Options et hypothèses :", "Options and what-if:"}
	case "output":
		return Phrase{"Sortie :", "Output:"}
	default:
		return Phrase{"Général :", "General:"}
	}
}
