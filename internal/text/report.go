package text

import "fmt"

// AllTakenAsNew says in a cell that `--new all` stood in for counts of the new (R2).
func AllTakenAsNew() Phrase { return Phrase{"tous nouveaux (--new all)", "all new (--new all)"} }

// NoneTakenAsNew says in a cell that `--new none` stood in for counts of the new (R2).
func NoneTakenAsNew() Phrase { return Phrase{"aucun nouveau (--new none)", "none new (--new none)"} }

// ItemsTitle heads the items of each EPCI.
func ItemsTitle() Phrase { return Phrase{"Détail par EPCI", "Details by EPCI"} }

// SourcesTitle heads what a document was made from.
func SourcesTitle() Phrase { return Phrase{"Sources", "Sources"} }

// NoticesTitle heads what was assumed, or looked wrong.
func NoticesTitle() Phrase { return Phrase{"Avis", "Notices"} }

// RowsHeldBack says how many EPCIs a document's summary leaves out for want of room.
func RowsHeldBack(epcis int) Phrase {
	who := Plural(int64(epcis), Phrase{"EPCI n'est pas", "EPCI is"}, Phrase{"EPCI ne sont pas", "EPCIs are"})
	return Phrase{
		fmt.Sprintf("%d %s dans cette synthèse, qui dépasserait la taille d'une demande de fusion ; "+
			"le total les compte. Tous sont dans les formats csv, json et xlsx.", epcis, who.FR),
		fmt.Sprintf("%d %s not in this summary, which would pass the size of a pull request; "+
			"the total counts them. All are in the formats csv, json and xlsx.", epcis, who.EN),
	}
}

// ItemsHeldBack says how many EPCIs have no items in a document for want of room.
func ItemsHeldBack(epcis int) Phrase {
	who := Plural(int64(epcis), Phrase{"EPCI", "EPCI"}, Phrase{"EPCI", "EPCIs"})
	return Phrase{
		fmt.Sprintf("Le détail de %d %s n'est pas ici : il dépasserait la taille d'une demande de fusion. "+
			"Il est dans les formats csv, json et xlsx.", epcis, who.FR),
		fmt.Sprintf("The details of %d %s are not here: they would pass the size of a pull request. "+
			"They are in the formats csv, json and xlsx.", epcis, who.EN),
	}
}

// LinesHeldBack says how many sources or notices a document leaves out for want of room.
func LinesHeldBack(lines int) Phrase {
	return Phrase{
		fmt.Sprintf("… et %d de plus, dans le format json.", lines),
		fmt.Sprintf("… and %d more, in the format json.", lines),
	}
}

// FigureMoved says that a figure of a document is not what the inputs give: whose it is,
// what it is, and both values.
func FigureMoved(whose, field, was, is Phrase) Message {
	return say("check/figure",
		fmt.Sprintf("%s, %s : %s dans le document, %s d'après les données", whose.FR, field.FR, was.FR, is.FR),
		fmt.Sprintf("%s, %s: %s in the document, %s from the inputs", whose.EN, field.EN, was.EN, is.EN))
}

// NameMoved says that a document gives an EPCI another name than the inputs do, and no
// figure of it with it.
func NameMoved(siren, was, is string) Message {
	who := Quote(siren)
	return say("check/name",
		fmt.Sprintf("%s, nom : %s dans le document, %s d'après les données", who, shown(was).FR, shown(is).FR),
		fmt.Sprintf("%s, name: %s in the document, %s from the inputs", who, shown(was).EN, shown(is).EN))
}

// OnlyFingerprints says that files are other bytes than those that a document was made
// from, and that nothing else in it moves.
func OnlyFingerprints(n int, names Phrase) Message {
	files := Plural(int64(n),
		Phrase{"le fichier %s a été réenregistré (empreinte différente)", "the file %s was saved again (its digest differs)"},
		Phrase{"les fichiers %s ont été réenregistrés (empreintes différentes)", "the files %s were saved again (their digests differ)"})
	return say("check/fingerprint",
		fmt.Sprintf(files.FR+" ; aucun chiffre ne change", names.FR),
		fmt.Sprintf(files.EN+"; no figure changes", names.EN))
}

// Whose names what a figure is of: an EPCI by its name and SIREN, the totals, or the
// tariff.
func Whose(siren, name string, tariff bool) Phrase {
	switch {
	case siren != "" && name != "":
		who := Quote(name) + " (" + Quote(siren) + ")"
		return Phrase{who, who}
	case siren != "":
		return Phrase{Quote(siren), Quote(siren)}
	case tariff:
		return Phrase{"grille", "tariff"}
	default:
		return Phrase{"total", "total"}
	}
}

// FieldOfLine names a figure of the nth line of a component, or, where nth is 0, of the
// component: its quantity, its rate, or, with neither, its amount.
func FieldOfLine(name Phrase, nth int, quantity, rate bool) Phrase {
	if nth > 0 {
		name = Phrase{fmt.Sprintf("%s, ligne %d", name.FR, nth), fmt.Sprintf("%s, line %d", name.EN, nth)}
	}
	switch {
	case quantity:
		return Phrase{name.FR + ", quantité", name.EN + ", quantity"}
	case rate:
		return Phrase{name.FR + ", tarif", name.EN + ", rate"}
	default:
		return name
	}
}

// NoFigure stands where there is no figure, no line, or no formula.
func NoFigure() Phrase { return Phrase{"rien", "nothing"} }

// FormulaDiffers says that a cell of a workbook computes otherwise than the one that is
// written now; the formulas are blank where there is none.
func FormulaDiffers(at, was, is string) Message {
	return say("check/formula",
		fmt.Sprintf("%s, formule : %s dans le document, %s d'après les données", Quote(at), shown(was).FR, shown(is).FR),
		fmt.Sprintf("%s, formula: %s in the document, %s from the inputs", Quote(at), shown(was).EN, shown(is).EN))
}

// EPCINoMore says that a document has an EPCI that the inputs do not have.
func EPCINoMore(siren, name string) Message {
	return say("check/epci-gone",
		fmt.Sprintf("%s : dans le document, mais plus dans les données", Whose(siren, name, false).FR),
		fmt.Sprintf("%s: in the document, but no longer in the inputs", Whose(siren, name, false).EN))
}

// EPCIMissing says that a document lacks an EPCI that the inputs have.
func EPCIMissing(siren, name string) Message {
	return say("check/epci-missing",
		fmt.Sprintf("%s : dans les données, mais pas dans le document", Whose(siren, name, false).FR),
		fmt.Sprintf("%s: in the inputs, but not in the document", Whose(siren, name, false).EN))
}

// LineDiffers shows the first line that differs, in a document that has no figures to
// take back.
func LineDiffers(line int, was, is string) Message {
	return say("check/line",
		fmt.Sprintf("première différence, ligne %d : %s dans le document, %s d'après les données", line, shown(was).FR, shown(is).FR),
		fmt.Sprintf("first difference, line %d: %s in the document, %s from the inputs", line, shown(was).EN, shown(is).EN))
}

// OnlyPresentation says that a document differs, in a line of it, but in none of the
// figures that are compared.
func OnlyPresentation(line int, was, is string) Message {
	return say("check/presentation",
		fmt.Sprintf("aucun effectif, tarif ni montant ne diffère ; première différence, ligne %d : "+
			"%s dans le document, %s d'après les données", line, shown(was).FR, shown(is).FR),
		fmt.Sprintf("no count, rate or amount differs; first difference, line %d: "+
			"%s in the document, %s from the inputs", line, shown(was).EN, shown(is).EN))
}

// OnlyBytes says that a workbook differs, but in none of the figures and formulas.
func OnlyBytes() Message {
	return say("check/bytes",
		"aucun effectif, tarif, montant ni formule ne diffère : seulement un texte, la présentation ou la provenance",
		"no count, rate, amount or formula differs: only a text, the presentation or the provenance")
}

// OnlyLineEnds says that a document differs in nothing but how its lines end; ext is how
// its name does.
func OnlyLineEnds(ext string) Message {
	return say("check/line-ends",
		"seules les fins de ligne diffèrent (LF, CR LF)",
		"only the line ends differ (LF, CR LF)").
		todo("si c'est git qui les change : *"+ext+" -text dans .gitattributes",
			"if it is git that changes them: *"+ext+" -text in .gitattributes")
}

// OnlyLastLineEnd says that a document differs in nothing but the line ends after its
// last line.
func OnlyLastLineEnd() Message {
	return say("check/last-line-end",
		"seul diffère le retour à la ligne à la fin, en trop ou manquant",
		"only the line end at the very end differs: missing, or one too many")
}

// WhatToCheck adds to a message on a document that differs what to do.
func (m Message) WhatToCheck() Message {
	return m.todo("relancez sans --check pour le refaire, ou cherchez quelle entrée a changé",
		"run again without --check to rewrite it, or find out which input changed")
}

// shown quotes a text, or says that there is none.
func shown(s string) Phrase {
	if s == "" {
		return NoFigure()
	}
	return Phrase{"« " + Quote(s) + " »", "\"" + Quote(s) + "\""}
}

// FiguresUnreadable says that no figure can be taken back from a document, and why.
func FiguresUnreadable(why Phrase) Message {
	return say("check/unreadable",
		"les chiffres de ce document ne peuvent pas être relus : "+why.FR,
		"the figures of this document cannot be read back: "+why.EN).
		todo("refaire le document, ou vérifier que c'est le bon fichier",
			"make the document again, or check that it is the right file")
}

// NoKnownHeader says that a document does not begin with the columns that it should have.
func NoKnownHeader() Phrase {
	return Phrase{
		"sa première ligne n'a pas les colonnes qu'entcalc écrit",
		"its first line has not the columns that entcalc writes",
	}
}

// DamagedLine says where a document stops being what it should be.
func DamagedLine(line int) Phrase {
	return Phrase{
		fmt.Sprintf("ligne %d endommagée", line),
		fmt.Sprintf("line %d is damaged", line),
	}
}

// NotADocument says that a JSON is not of the schema named.
func NotADocument(schema string) Phrase {
	return Phrase{
		"ce n'est pas un document " + schema,
		"it is not a document of schema " + schema,
	}
}
