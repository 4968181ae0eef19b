package text

import "fmt"

// SkipToContent is the link over what stands before the figures.
func SkipToContent() Phrase { return Phrase{"Aller au contenu", "Skip to the content"} }

// ContentsWord heads the links to the parts of a document.
func ContentsWord() Phrase { return Phrase{"Sommaire", "Contents"} }

// LogoWord stands for a logo where nobody is named.
func LogoWord() Phrase { return Phrase{"Logo", "Logo"} }

// ChartByNet is the title of the chart of members by net. It has the largest shown of all.
func ChartByNet(shown, all string, cut, voted bool) Phrase {
	kind := Phrase{"Contribution nette", "Net contribution"}
	if voted {
		kind = Phrase{"Contribution votée", "Voted contribution"}
	}
	if cut {
		return Phrase{
			fmt.Sprintf("%s : les %s EPCI les plus contributeurs sur %s", kind.FR, shown, all),
			fmt.Sprintf("%s: the %s largest EPCIs of %s", kind.EN, shown, all),
		}
	}
	return Phrase{kind.FR + " de chaque EPCI", kind.EN + " of each EPCI"}
}

// ChartByComponent is the title of the chart of components.
func ChartByComponent() Phrase { return Phrase{"Montant de chaque part", "Amount of each component"} }

// ChartAlternative tells who cannot see a chart where its amounts are.
func ChartAlternative(table Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("Diagramme à barres. Ses montants sont ceux du tableau « %s ».", table.FR),
		fmt.Sprintf("Bar chart. Its amounts are those of the table \"%s\".", table.EN),
	}
}

// OtherBars names the members that a chart has no bar for.
func OtherBars(count string) Phrase {
	return Phrase{fmt.Sprintf("Les %s autres", count), fmt.Sprintf("The %s others", count)}
}

// SearchWord labels the search that a rate comes from.
func SearchWord() Phrase { return Phrase{"Recherche", "Search"} }
