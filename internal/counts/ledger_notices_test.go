package counts

import (
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// What looks wrong in costs and subsidies is said, and they count all the same.
func TestLedgerNotices(t *testing.T) {
	const header = "siren;part;libellé;montant;date de facture;référence\n"
	const row = caudresis + ";training;a;1;2027-03-01;\n"
	for _, tt := range []together{
		{
			name: "days of another year", counts: threeEPCIs, o: Options{Year: 2025},
			costs: header + caudresis + ";training;a;1;2025-12-31;\n" + caudresis + ";training;b;1;31/12/2024;\n" +
				caudresis + ";training;c;1;2026-01-01;\n" + caudresis + ";training;d;1;2026-01-02;\n" + caudresis + ";training;e;1;;\n",
			want: "costs.csv: notice[amounts/other-year]: 3 rows are dated outside the year 2025: lines 3–5\n",
		},
		{
			name: "one, in French", counts: threeEPCIs, o: Options{Year: 2025}, lang: text.French, subsidies: "siren;montant;date\n" + caudresis + ";1;2026-01-01\n",
			want: "subsidies.csv: avis[amounts/other-year]: 1 pièce datée hors de l'exercice 2025 : ligne 2\n",
		},
		{
			name: "days after the date of the documents", counts: threeEPCIs, o: Options{Date: "2026-01-01"},
			costs: header + caudresis + ";training;a;1;2026-01-01;\n" + caudresis + ";training;b;1;2026-01-02;\n" + caudresis + ";training;c;1;;\n",
			want:  "costs.csv: notice[amounts/after-date]: 1 row is dated after 1 January 2026, the date of the documents: line 3\n",
		},
		{name: "no year", counts: threeEPCIs, costs: header + row},
		{
			name: "the same row twice, in two files", counts: threeEPCIs, costs: header + row + caudresis + ";training;a;2;2027-03-01;\n" + row, moreCosts: header + row,
			want: `
costs.csv:4: notice[amounts/alike]: nothing tells this row from costs.csv:2; if it is one document, take one of the two away; if not, give their references
costs2.csv:2: notice[amounts/alike]: nothing tells this row from costs.csv:2; if it is one document, take one of the two away; if not, give their references
`,
		},
		{
			name: "with references they are two", counts: threeEPCIs,
			costs: header + caudresis + ";training;a;1;;F1\n" + caudresis + ";training;a;1;;F2\n" + caudresis + ";training;a;1;;\n",
		},
		{
			name: "of two communes they are two", counts: threeEPCIs, subsidies: "code commune;montant\n59139;1\n59136;1\n",
		},
		{
			name: "by one commune, twice; left out as --epci asked", counts: threeEPCIs, o: Options{EPCI: []string{avesnois}},
			costs: header + row + row, subsidies: "siren;montant\n" + caudresis + ";1\n",
		},
		{
			name: "of an EPCI that is no member", counts: threeEPCIs, members: "siren\n" + avesnois + "\n", lang: text.French,
			costs: header + row, subsidies: "siren;montant\n" + caudresis + ";1234,5\n" + caudresis + ";1\n",
			want: `
costs.csv: avis[costs/not-a-member]: coûts écartés (1, 1,00 € en tout), leur EPCI n'est pas dans le calcul : 200030633 1,00 €
subsidies.csv: avis[subsidies/not-a-member]: subventions écartées (2, 1 235,50 € en tout), leur EPCI n'est pas dans le calcul : 200030633 1 235,50 €
`,
		},
		{
			name: "an amount below 0 that is no cost", counts: threeEPCIs, subsidies: "siren;montant\n" + caudresis + ";-1\n",
			want: "subsidies.csv:2:11: error[counts/negative-euros]: amount: \"-1\": a negative amount is not allowed; write it without a sign: 1\n",
		},
	} {
		tt.check(t)
	}
}

// A commune that pays is called as the row calls it, where that was its name once.
func TestSubsidyByFormerName(t *testing.T) {
	table, got := together{
		counts:    threeEPCIs + "200043321;D;1000;1\n",
		subsidies: "département;code commune;commune;montant\n59;;Bermeries;1\n;59070;Bermeries;2\n;59070;;3\n59;;BAVAY;4\n",
	}.read(t)
	if got != "" {
		t.Fatal(got)
	}
	var from []string
	for _, s := range table.Rows[3].Subsidies {
		from = append(from, s.From)
	}
	want := []string{"Bermeries (L'Orée de Mormal)", "Bermeries (L'Orée de Mormal)", "L'Orée de Mormal", "Bavay"}
	for i, name := range want {
		if i >= len(from) || from[i] != name {
			t.Fatalf("%q, want %q", from, want)
		}
	}
}

// Units have a column in French too, by the id or by a column of their component.
func TestUnitsInFrench(t *testing.T) {
	for _, header := range []string{"audit_quantity", "audit quantité", "Quantité d'audits"} {
		table, got := together{counts: "siren;eleves;ecoles;" + header + "\n" + caudresis + ";100;10;3\n"}.read(t)
		if got != "" || table.Rows[0].Declared["audit"] != pricing.Quantity(3) {
			t.Errorf("%s: %s%v", header, got, table.Rows[0].Declared)
		}
	}
	together{
		name: "a number for a choice", counts: "siren;eleves;ecoles;audit\n" + caudresis + ";100;10;3\n",
		want: "counts.csv:2:18: error[counts/not-a-choice]: audit: \"3\" is neither yes nor no; for a number, a column audit_quantity\n",
	}.check(t)
}

// A member with the name of another EPCI was given a SIREN by mistake, perhaps.
func TestMemberNamedAsOther(t *testing.T) {
	const schools = "UAI;Secteur;Rentrée scolaire;Code commune;Nombre total d'élèves\n0590001F;PUBLIC;2026;59139;100\n"
	const members = "siren;nom\n" + caudresis + ";CC du Pays de Mormal\n"
	for _, tt := range []together{
		{
			name: "of schools", counts: schools, members: members,
			want: "members.csv:2:1: notice[members/named-as-other]: 200030633 is named \"CC du Pays de Mormal\", which is the name of EPCI 200043321; mend the SIREN or the name\n",
		},
		{name: "its own name, or nobody's", counts: schools, members: "siren;nom\n" + caudresis + ";ca du caudresis et du catesis\n"},
		{name: "a name of no EPCI", counts: schools, members: "siren;nom\n" + caudresis + ";Caudry et alentour\n"},
		{name: "where no composition is read", counts: threeEPCIs, members: members},
		{
			name: "costs and subsidies, with the name of another of the run", counts: threeEPCIs,
			costs:     "siren;nom;part;montant\n" + caudresis + ";b;training;1\n" + caudresis + ";ca;training;2\n" + caudresis + ";D;training;3\n",
			subsidies: "siren;epci;montant\n" + caudresis + ";C;1\n",
			want: "costs.csv:2:1: notice[members/named-as-other]: 200030633 is named \"b\", which is the name of EPCI 200042190; mend the SIREN or the name\n" +
				"subsidies.csv:2:1: notice[members/named-as-other]: 200030633 is named \"C\", which is the name of EPCI 200043396; mend the SIREN or the name\n",
		},
	} {
		tt.check(t)
	}
}
