package text

import "fmt"

// SheetCharts names the sheet of charts.
func SheetCharts() Phrase { return Phrase{"Graphiques", "Charts"} }

// InEuros heads the amounts of a chart's table.
func InEuros(amount Phrase) Phrase { return Phrase{amount.FR + ", en euros", amount.EN + ", in euros"} }

// ChartOfMembers heads the chart of what EPCIs pay: the amount by its word (net, called); of
// is how many there are in all.
func ChartOfMembers(amount Phrase, shown, of int) Phrase {
	if shown == of {
		return Phrase{
			fmt.Sprintf("Contribution par EPCI (%s, en euros)", amount.FR),
			fmt.Sprintf("Contribution by EPCI (%s, in euros)", amount.EN),
		}
	}
	return Phrase{
		fmt.Sprintf("Contribution par EPCI (%s, en euros) : les %d plus fortes sur %d", amount.FR, shown, of),
		fmt.Sprintf("Contribution by EPCI (%s, in euros): the %d largest of %d", amount.EN, shown, of),
	}
}

// ChartOfComponents heads the chart of the components; of is how many there are in all.
func ChartOfComponents(shown, of int) Phrase {
	if shown == of {
		return Phrase{"Parts de la contribution brute (en euros)", "Parts of the gross contribution (in euros)"}
	}
	return Phrase{
		fmt.Sprintf("Parts de la contribution brute (en euros) : les %d plus fortes sur %d", shown, of),
		fmt.Sprintf("Parts of the gross contribution (in euros): the %d largest of %d", shown, of),
	}
}

// WithoutBar stands in the table of a chart for those that have no bar.
func WithoutBar(n int) Phrase {
	return Phrase{fmt.Sprintf("Autres (%d)", n), fmt.Sprintf("Others (%d)", n)}
}

// ChartValuesLeft tells those who do not see a chart where its values are.
func ChartValuesLeft() Phrase {
	return Phrase{"Les valeurs sont dans le tableau à gauche.", "The values are in the table on the left."}
}
