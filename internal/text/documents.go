package text

import "fmt"

// AgainstNotShown refuses --against where no output shows what changed.
func AgainstNotShown(formats string) Message {
	return say("usage/against-not-shown",
		"--against : aucune des sorties ne montre ce qui a changé",
		"--against: none of the outputs shows what changed").
		todo("demandez l'un de ces formats : "+formats+" ; ou utilisez entcalc compare",
			"ask for one of these formats: "+formats+"; or use entcalc compare")
}

// AgainstOfQuestion refuses --against beside a question, which names no EPCI.
func AgainstOfQuestion() Message {
	return say("usage/against-of-question",
		"--against compare des EPCI, et la question n'en nomme aucun",
		"--against compares EPCIs, and the question names none").
		todo("donnez un fichier d'effectifs, ou retirez --against", "give a file of counts, or leave out --against")
}

// NothingCarried says that a PDF or an HTML file carries no calc document.
func NothingCarried() Message {
	return say("statement/nothing-carried",
		"ce document ne porte pas les données d'un calcul d'entcalc",
		"this document does not carry the data of a calculation of entcalc").
		todo("donnez le fichier tel qu'« entcalc calc -o » l'a écrit : l'imprimer ou l'enregistrer à nouveau retire ses données ; ou le JSON",
			"give the file as \"entcalc calc -o\" wrote it: printing or saving it again takes its data away; or the JSON")
}

// CarrierLocked says that a PDF is protected.
func CarrierLocked() Message {
	return say("statement/locked",
		"ce PDF est protégé par un mot de passe, ou ses droits sont restreints : ses données ne peuvent être lues",
		"this PDF is protected by a password, or its permissions are restricted: its data cannot be read").
		todo("enregistrez-le sans protection, ou donnez le fichier tel qu'« entcalc calc -o » l'a écrit",
			"save it without protection, or give the file as \"entcalc calc -o\" wrote it")
}

// CarrierDamaged says that a PDF was cut, or made by software to harm.
func CarrierDamaged() Message {
	return say("statement/damaged",
		"ce PDF est endommagé ou incomplet : ses données ne peuvent être lues",
		"this PDF is damaged or incomplete: its data cannot be read").
		todo("copiez ou téléchargez le fichier à nouveau, tel qu'« entcalc calc -o » l'a écrit",
			"copy or download the file again, as \"entcalc calc -o\" wrote it")
}

// CarrierAmbiguous says that a PDF has calculations of which one would have to be chosen.
func CarrierAmbiguous() Message {
	return say("statement/two-carried",
		"plusieurs calculs d'entcalc, différents, sont joints à ce PDF : aucun ne peut être choisi",
		"several calculations of entcalc, which differ, are attached to this PDF: none can be chosen").
		todo("donnez le fichier tel qu'« entcalc calc -o » l'a écrit : un autre logiciel y a ajouté des données",
			"give the file as \"entcalc calc -o\" wrote it: other software added data to it")
}

// FaceFigure says that a document shows another figure than it carries.
func FaceFigure(whose, field, shown, carried Phrase) Message {
	return say("verify/face",
		fmt.Sprintf("%s, %s : le document montre %s, et porte %s dans ses données", whose.FR, field.FR, shown.FR, carried.FR),
		fmt.Sprintf("%s, %s: the document shows %s, and carries %s in its data", whose.EN, field.EN, shown.EN, carried.EN))
}

// FaceName says that a document shows another name of an EPCI than it carries.
func FaceName(siren, name, carried string) Message {
	return say("verify/face",
		fmt.Sprintf("%s, nom : le document montre %s, et porte %s dans ses données", Quote(siren), shown(name).FR, shown(carried).FR),
		fmt.Sprintf("%s, name: the document shows %s, and carries %s in its data", Quote(siren), shown(name).EN, shown(carried).EN))
}

// FaceMember says that an EPCI is shown and not carried, or carried and not shown.
func FaceMember(whose Phrase, shown bool) Message {
	if shown {
		return say("verify/face",
			whose.FR+" : le document le montre, mais ne l'a pas dans ses données",
			whose.EN+": the document shows it, but has it not in its data")
	}
	return say("verify/face",
		whose.FR+" : dans les données du document, qui ne le montre pas",
		whose.EN+": in the data of the document, which does not show it")
}
