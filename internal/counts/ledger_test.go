package counts

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func TestReadCosts(t *testing.T) {
	const header = "siren;part;libellé;montant;date;référence\n"
	for _, tt := range []together{
		{name: "several for one EPCI", counts: threeEPCIs, costs: header +
			caudresis + ";training;a;1;;\n" + caudresis + ";Training;b;2;;\n" + avesnois + ";FORMATIONS;;0;;\nTOTAL;;;3;;\n"},
		{
			name: "cells that are none", counts: threeEPCIs,
			costs: header + caudresis + ";platform;a;1.234;31/02/2026;F1\n" + caudresis + ";;b;;2026-3-1;\n;training;c;-1;;\nx;training;;1 €;;F2\n",
			want: `
costs.csv:2:11: error[costs/not-a-component]: component: "platform" is not a component charged at cost; these are training
costs.csv:2:22: error[counts/ambiguous-euros]: amount: "1.234" reads two ways, 1234 euros or three decimals; write 1234, or at most two decimals
costs.csv:2:28: error[amounts/not-a-date]: date: "31/02/2026" is not a date; 2026-03-12 or 12/03/2026, the day first
costs.csv:3:11: error[costs/blank-component]: component: blank; these are training
costs.csv:3:14: error[amounts/blank]: amount: blank; write the amount, or take the row away
costs.csv:3:15: error[amounts/not-a-date]: date: "2026-3-1" is not a date; 2026-03-12 or 12/03/2026, the day first
costs.csv:4:1: error[counts/blank-siren]: siren: blank; a total line has the word TOTAL
costs.csv:4:13: error[counts/negative-euros]: amount: "-1": a negative amount is not allowed; deduct a credit note from its invoice: write what remains of it
costs.csv:5:1: error[counts/not-a-siren]: siren: "x" is not a SIREN; nine digits, and nothing else
costs.csv:5:13: error[counts/euro-sign]: amount: "1 €" has a euro sign; amounts are in euros: write the number alone
`,
		},
		{
			name: "the same in French", counts: threeEPCIs, lang: text.French,
			costs: header + caudresis + ";platform;a;;31/02/2026;F1\n" + "200030336;training;;1;;F1\n",
			want: `
costs.csv:2:11: erreur[costs/not-a-component]: part : « platform » n'est pas une part au coût réel ; ces parts sont « training »
costs.csv:2:22: erreur[amounts/blank]: montant : vide ; écrivez le montant, ou retirez la ligne
costs.csv:2:23: erreur[amounts/not-a-date]: date : « 31/02/2026 » n'est pas une date ; 2026-03-12 ou 12/03/2026
costs.csv:3:24: erreur[amounts/reference-twice]: référence : « F1 » est déjà en costs.csv:2:34 ; une pièce ne compte qu'une fois ; pour deux lignes d'une même pièce, distinguez-les (F12-1, F12-2)
`,
		},
		{
			name: "a reference twice, in two files", counts: threeEPCIs,
			costs: header + caudresis + ";training;a;1;;F 1\n", moreCosts: header + avesnois + ";training;b;1;;f1\n",
			want: "costs2.csv:2:25: error[amounts/reference-twice]: reference: \"f1\" is already at costs.csv:2:25; a document counts once; for two rows of one document, tell them apart (F12-1, F12-2)\n",
		},
		{
			name: "nobody's SIREN", counts: threeEPCIs, costs: "siren;part;montant\n200030336;training;1\n",
			want: "costs.csv:2:1: error[amounts/unknown-siren]: siren: no EPCI of the run has the SIREN 200030336; did you mean 200030633?\n",
		},
		{
			name: "of an EPCI that --epci left out", counts: threeEPCIs, costs: "siren;part;montant\n" + avesnois + ";training;1\n",
			o: Options{EPCI: []string{caudresis}},
		},
		{
			name: "of one that is no member", counts: threeEPCIs, members: "siren\n" + caudresis + "\n",
			costs: "siren;part;montant\n" + avesnois + ";training;1\n" + thierache + ";training;1\n" + avesnois + ";training;1,5\n",
			want:  "costs.csv: notice[costs/not-a-member]: costs left out (3, 3.50 euros in all), as their EPCI is not in the run: 200042190 2.50 euros, 200043396 1.00 euros\n",
		},
		{
			name: "where a row of the counts has a fault, its own are not nobody's", counts: "siren;nom;eleves;ecoles\n" + caudresis + ";CA;1x;1\n20003063;B;1;1\n" + avesnois + ";B;3;1\n",
			costs: "siren;part;montant\n" + caudresis + ";training;1\n" + thierache + ";training;2\n" + avesnois + ";training;3\n",
			want:  "counts.csv:2:14: error[counts/not-a-number]: pupils: \"1x\" is not a whole number\ncounts.csv:3:1: error[counts/not-a-siren]: siren: \"20003063\" is not a SIREN; nine digits, and nothing else\n",
		},
		{
			name: "nor are those of a school with a fault", counts: "UAI;Secteur;Rentrée scolaire;Code commune;élèves\n0590001F;PUBLIC;2026;59139;1\n0590002G;PUBLIC;2026;59139;1x\n",
			costs:     "siren;part;montant\n" + thierache + ";training;2\n",
			subsidies: "code commune;montant\n59001;2\n",
			want:      "counts.csv:3:28: error[counts/not-a-number]: pupils: \"1x\" is not a whole number\n",
		},
		{
			name: "faults of costs are no reason for those of subsidies", counts: threeEPCIs,
			costs:     "siren;part;montant\n" + caudresis + ";training;1x\n",
			subsidies: "siren;montant\n200030336;1\n",
			want: "costs.csv:2:20: error[counts/not-euros]: amount: \"1x\" is not an amount in euros; digits, and at most two decimals: 1234.56\n" +
				"subsidies.csv:2:1: error[amounts/unknown-siren]: siren: no EPCI of the run has the SIREN 200030336; did you mean 200030633?\n",
		},
		{
			name: "said by a column too", counts: "siren;eleves;ecoles;formations\n" + caudresis + ";1;1;5\n" + avesnois + ";1;1;\n", members: "siren;formations\n" + caudresis + ";\n" + avesnois + ";7\n",
			costs: "siren;part;montant\n" + caudresis + ";training;1\n" + caudresis + ";training;1\n" + avesnois + ";training;1\n",
			want: `
costs.csv:2:20: error[members/said-twice]: training: already given at counts.csv:2:15 for this EPCI; keep one of the two
costs.csv:3:20: error[members/said-twice]: training: already given at counts.csv:2:15 for this EPCI; keep one of the two
costs.csv:4:20: error[members/said-twice]: training: already given at members.csv:3:11 for this EPCI; keep one of the two
`,
		},
		{
			name: "a total is checked", counts: threeEPCIs, costs: "siren;part;montant\n" + caudresis + ";training;10,5\n;Total;11\n",
			want: "costs.csv:3:8: error[counts/total-mismatch]: amount: the TOTAL line says 11.00, the rows sum to 10.50 (0.50 less); mend the TOTAL line or the row at fault\n",
		},
		{
			name: "no component column; nothing below; no header", counts: threeEPCIs, costs: "siren;montant\n" + caudresis + ";1\n", moreCosts: "siren;part;montant\nTOTAL;;0\n",
			want: `
costs.csv:1: error[amounts/missing-column]: not there: column component
costs2.csv:1: error[amounts/no-rows]: no row below the header
`,
		},
		{
			name: "no header", counts: threeEPCIs, costs: "siren;part\n" + caudresis + ";training\n",
			want: "costs.csv:1: error[costs/no-header]: no header with \"siren\", \"component\" and \"amount\" in the first 50 lines; the file begins with \"siren part\"; --costs wants siren, component, amount and, if one likes, label, date, reference\n",
		},
		{
			name: "a column nearly", counts: threeEPCIs, costs: "siren;composant;montant;Agent\n" + caudresis + ";training;1;x\n",
			want: `
costs.csv:1:7: error[counts/misspelt-column]: unknown column "composant": did you mean "composante"?
costs.csv:1: notice[counts/unknown-columns]: columns not read: Agent
`,
		},
	} {
		tt.check(t)
	}
}

func TestPostCosts(t *testing.T) {
	table, got := together{
		counts: threeEPCIs, o: Options{EPCI: []string{caudresis, avesnois}},
		costs: "siren;composante;libellé;montant;date;référence\n" +
			caudresis + ";training;Prise en main;1 234,50;12/03/2026;F 1\n" +
			thierache + ";training;;9;;\n" +
			avesnois + ";training;;7;;\n" +
			caudresis + ";formations;'=A1;2;2026-04-01;\nTOTAL;;;1252.5;;\n",
	}.read(t)
	if got != "" {
		t.Fatal(got)
	}
	want := []map[string][]pricing.Cost{
		{"training": {
			{Amount: 1234_50, Label: "Prise en main", Date: "2026-03-12", Reference: "F 1"},
			{Amount: 2_00, Label: "=A1", Date: "2026-04-01"},
		}},
		{"training": {{Amount: 7_00}}},
	}
	if diff := cmp.Diff(want, []map[string][]pricing.Cost{table.Rows[0].Costs, table.Rows[1].Costs}); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	in := table.Inputs[1]
	if diff := cmp.Diff([]LeftOut{{Reason: NotAMember, Rows: 1}, {Reason: TotalLine, Rows: 1}}, in.LeftOut); diff != "" || in.Role != CostsRole || in.Rows != 5 || in.Kept != 3 {
		t.Errorf("%+v %s", in, diff)
	}
}

func TestReadSubsidies(t *testing.T) {
	const byName = "département;commune;montant\n"
	for _, tt := range []together{
		{
			name: "nobody's", counts: threeEPCIs, subsidies: "siren;code insee;commune;département;montant\n;;;;5\n;59999;;;5\n;5913;;;5\n;;Caudri;59;5\n;;Caudry;;5\n;;Bavay;;5\n;;Caudry;Nrod;5\n",
			want: `
subsidies.csv:2: error[subsidies/no-payee]: neither a SIREN nor a commune: it is unknown from which EPCI to subtract the subsidy
subsidies.csv:3:2: error[subsidies/unknown-commune]: commune_code: no commune has the INSEE code 59999; it is a post code, perhaps: give the INSEE code, or the département and the commune's name
subsidies.csv:4:2: notice[territory/insee-restored]: commune_code: "5913" is read as 05913, with its leading zero
subsidies.csv:4:2: error[subsidies/unknown-commune]: commune_code: no commune has the INSEE code 05913; it is a post code, perhaps: give the INSEE code, or the département and the commune's name
subsidies.csv:5:3: error[subsidies/unknown-commune]: commune: there is no commune "Caudri" in département 59; did you mean "Caudry"?
subsidies.csv:6:3: error[subsidies/no-department]: commune: "Caudry", without its département; a commune is given by its code (commune_code), by its département and its name, or by a SIREN
subsidies.csv:8:10: error[subsidies/unknown-department]: department: "Nrod" is not a département; its code or its name: 35, Ille-et-Vilaine
`,
		},
		{
			name: "in French", counts: threeEPCIs, lang: text.French, subsidies: byName + "59;Caudri;5\n08;Hocmont;5\n",
			want: `
subsidies.csv:2:4: erreur[subsidies/unknown-commune]: commune : aucune commune « Caudri » dans le département 59 ; vouliez-vous dire « Caudry » ?
subsidies.csv:3:4: erreur[subsidies/ambiguous-commune]: commune : « Hocmont » désigne plusieurs communes : Guignicourt-sur-Vence (08203), Touligny (08454) ; donnez le code INSEE (code commune)
`,
		},
		{
			name: "what a row says twice, and otherwise", counts: threeEPCIs, subsidies: "siren;code commune;commune;montant\n" +
				avesnois + ";59139;;5\n" + "215901364;59139;;5\n" + caudresis + ";59139;Le Cateau-Cambrésis;5\n" + caudresis + ";;Abscon;5\n",
			want: `
subsidies.csv:2:1: error[subsidies/siren-and-commune]: siren: 200042190, but Caudry (59139) belongs to 200030633 (CA du Caudrésis et du Catésis); mend one of the two
subsidies.csv:3:1: error[subsidies/siren-and-commune]: siren: 215901364, but Caudry (59139) belongs to 200030633 (CA du Caudrésis et du Catésis); mend one of the two
subsidies.csv:4:17: error[subsidies/code-and-name]: commune: "Le Cateau-Cambrésis", but the INSEE code is that of Caudry (59139); mend one of the two
subsidies.csv:5:12: error[subsidies/unknown-commune]: commune: there is no commune "Abscon" in EPCI 200030633
`,
		},
		{
			name: "of others", counts: threeEPCIs, subsidies: byName + "59;Bavay;1500,5\n35;Rennes;1\n59;Caudry;1\n",
			want: "subsidies.csv: notice[subsidies/not-a-member]: subsidies left out (2, 1501.50 euros in all), as their EPCI is not in the run: Bavay (59053) 1500.50 euros, Rennes (35238) 1.00 euros\n",
		},
		{
			name: "left out as --epci asked", counts: threeEPCIs, subsidies: byName + "59;Abscon;1\n", o: Options{EPCI: []string{caudresis}},
		},
		{
			name: "nobody's SIREN", counts: threeEPCIs, subsidies: "siren;montant\n200043990;1\n",
			want: "subsidies.csv:2:1: error[amounts/unknown-siren]: siren: no EPCI of the run has the SIREN 200043990; did you mean 200042190, 200043396?\n",
		},
		{
			name: "said by a column too", counts: "siren;eleves;ecoles;subvention\n" + caudresis + ";1000;10;5\n", subsidies: byName + "59;Caudry;1\n",
			want: "subsidies.csv:2:11: error[members/said-twice]: subsidy: already given at counts.csv:2:19 for this EPCI; keep one of the two\n",
		},
		{
			name: "more than the gross", counts: threeEPCIs, subsidies: byName + "59;Caudry;1\n59;Caudry;50000\n",
			want: "subsidies.csv:2:11: error[counts/subsidy-above-gross]: the subsidy of 50001.00 euros is 48901.00 more than the gross contribution, which is 1100.00\n",
		},
		{
			name: "columns that are missing", counts: threeEPCIs, subsidies: "libellé;montant\na;1\n",
			want: "subsidies.csv:1: error[amounts/missing-column]: not there: column siren or commune_code\n",
		},
		{
			name: "no header", counts: threeEPCIs, subsidies: "siren;somme\n" + caudresis + ";1\n",
			want: "subsidies.csv:1: error[subsidies/no-header]: no header with \"amount\" in the first 50 lines; the file begins with \"siren somme\"; --subsidies wants amount and siren, or amount and commune_code, or amount, department and commune\n",
		},
	} {
		tt.check(t)
	}
}

// A commune's subsidy goes to its EPCI, or to its own row where it is a member, under
// its name.
func TestPostSubsidies(t *testing.T) {
	table, got := together{
		counts: threeEPCIs + "215901364;Ville du Cateau;500;5\n",
		subsidies: "siren;code commune;dep;commune;libellé;montant;date;référence\n" +
			caudresis + ";;;;Fonds;1;2026-01-02;R1\n" +
			caudresis + ";;;Caudry;;2;;\n" +
			"215901398;;;;;3;;\n" +
			";59139;;;;4;;\n" +
			";59136;;;;5;;\n",
	}.read(t)
	if want := "subsidies.csv:1: notice[counts/unknown-columns]: columns not read: dep\n"; got != want {
		t.Fatal(got)
	}
	want := [][]pricing.Subsidy{
		{
			{Amount: 1_00, Label: "Fonds", Date: "2026-01-02", Reference: "R1"},
			{Amount: 2_00, From: "Caudry"},
			{Amount: 3_00, From: "Caudry"},
			{Amount: 4_00, From: "Caudry"},
		},
		{{Amount: 5_00, From: "Le Cateau-Cambrésis"}},
	}
	if diff := cmp.Diff(want, [][]pricing.Subsidy{table.Rows[0].Subsidies, table.Rows[3].Subsidies}); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What needs no commune reads no composition.
func TestSubsidiesWithoutCommunes(t *testing.T) {
	table, got := together{counts: threeEPCIs, subsidies: "siren;montant\n" + caudresis + ";1\n"}.read(t)
	if got != "" || table.Composition != nil {
		t.Errorf("%s%+v", got, table.Composition)
	}
}

// A workbook's numbers and dates are read as they show.
func TestLedgerWorkbook(t *testing.T) {
	file := workbook(t, func(f *excelize.File) {
		date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		if err := errors.Join(err, f.SetCellStyle("Feuil1", "E2", "E2", date)); err != nil {
			t.Fatal(err)
		}
	},
		[]any{"SIREN", "Part", "Libellé", "Montant", "Date", "N° facture"},
		[]any{200030633, "Formations", 2026, 1234.5, 46093, 20260012},
		[]any{200030633, "Formations", "b", 2, 46093, true},
	)
	if err := os.WriteFile("a.csv", []byte(threeEPCIs), 0o600); err != nil {
		t.Fatal(err)
	}
	table, got, err := read(t, Options{Files: []string{"a.csv"}, Costs: []string{file}}, text.English)
	want := `e.xlsx!Feuil1!E3: error[amounts/not-a-date]: date: "46093" is not a date; 2026-03-12 or 12/03/2026, the day first
e.xlsx!Feuil1!F3: error[counts/boolean]: reference: the cell is a true or false (TRUE)
`
	if err != nil || got != want {
		t.Fatalf("%v\n%s", err, got)
	}
	cost := pricing.Cost{Amount: 1234_50, Label: "2026", Date: "2026-03-12", Reference: "20260012"}
	if diff := cmp.Diff([]pricing.Cost{cost}, table.Rows[0].Costs["training"]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A workbook that counts days from 1904 shows the day that is read.
func TestLedgerFrom1904(t *testing.T) {
	file := workbook(t, func(f *excelize.File) {
		yes := true
		date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		for _, err := range []error{
			err, f.SetCellStyle("Feuil1", "D2", "D3", date), f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	},
		[]any{"SIREN", "Part", "Montant", "Date"},
		[]any{200030633, "Formations", 1, 46093 - 1462},
		[]any{200030633, "Formations", 2, 46093.5 - 1462},
	)
	if err := os.WriteFile("a.csv", []byte(threeEPCIs), 0o600); err != nil {
		t.Fatal(err)
	}
	table, got, err := read(t, Options{Files: []string{"a.csv"}, Costs: []string{file}}, text.English)
	if err != nil || got != "" {
		t.Fatalf("%v\n%s", err, got)
	}
	for _, cost := range table.Rows[0].Costs["training"] {
		if cost.Date != "2026-03-12" {
			t.Errorf("%s", cost.Date)
		}
	}
}

func TestDay(t *testing.T) {
	for _, tt := range []struct {
		cell string
		kind grid.Kind
		want string
	}{
		{"2026-03-12", grid.Text, "2026-03-12"},
		{"12/03/2026", grid.Text, "2026-03-12"},
		{"1/3/2026", grid.Text, "2026-03-01"},
		{"29/02/2028", grid.Text, "2028-02-29"},
		{"29/02/2026", grid.Text, ""},
		{"2026-02-30", grid.Text, ""},
		{"03/13/2026", grid.Text, ""},
		{"12/03/26", grid.Text, ""},
		{"12.03.2026", grid.Text, ""},
		{"2026-03-12T00:00:00", grid.Text, ""},
		{"46093", grid.Text, ""},
		{"46093", grid.Number, ""},
		{"46093", grid.Date, "2026-03-12"},
		{"46093.75", grid.Date, "2026-03-12"},
		{"2026-03-12T00:00:00", grid.Date, "2026-03-12"},
		{"61", grid.Date, "1900-03-01"},
		{"60", grid.Date, ""},
		{"0.5", grid.Date, ""},
		{"-1", grid.Date, ""},
		{"99999999999999999999", grid.Date, ""},
		{"1899-12-31", grid.Text, ""},
	} {
		if got, ok := day(tt.cell, tt.kind); got != tt.want || ok != (tt.want != "") {
			t.Errorf("day(%q, %d) = %q, %v; want %q", tt.cell, tt.kind, got, ok, tt.want)
		}
	}
}

// Every euro of the files is in the statement, or in a line that was left out.
func TestLedgersAddUp(t *testing.T) {
	sirens := []string{caudresis, avesnois, thierache}
	counts := "siren;eleves;ecoles\n"
	for _, siren := range sirens {
		counts += siren + ";999999999;1\n"
	}
	rapid.Check(t, func(rt *rapid.T) {
		kept := rapid.SampledFrom([][]string{nil, {caudresis}, {avesnois, thierache}}).Draw(rt, "kept")
		var spent, paid int64
		draw := func(line string, sum *int64) string {
			file := ""
			for range rapid.IntRange(1, 9).Draw(rt, "rows") {
				siren, amount := rapid.SampledFrom(sirens).Draw(rt, "siren"), rapid.Int64Range(0, 1_000_000_00).Draw(rt, "amount")
				file += fmt.Sprintf(line, siren, pricing.Cents(amount))
				if kept == nil || strings.Contains(strings.Join(kept, " "), siren) {
					*sum += amount
				}
			}
			return file
		}
		table, got := together{
			counts: counts, o: Options{EPCI: kept},
			costs:     "siren;part;montant\n" + draw("%s;training;%s\n", &spent),
			subsidies: "siren;montant\n" + draw("%s;%s\n", &paid),
		}.read(t)
		if strings.Contains(got, "error[") {
			rt.Fatal(got)
		}
		s, err := pricing.Price(table.Tariff, table.Rows, pricing.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		var cost pricing.Cents
		for _, item := range s.Totals.Items {
			cost += item.Cost
		}
		if int64(cost) != spent || int64(s.Totals.Subsidy) != paid {
			rt.Errorf("costs %s of %s, subsidies %s of %s", cost, pricing.Cents(spent), s.Totals.Subsidy, pricing.Cents(paid))
		}
		for _, in := range table.Inputs {
			left := 0
			for _, l := range in.LeftOut {
				left += l.Rows
			}
			if in.Rows != in.Kept+left {
				rt.Errorf("%+v", in)
			}
		}
	})
}

// No input panics, and no row vanishes: each is kept, left out or has a fault.
func FuzzReadExpenses(f *testing.F) {
	f.Add("siren;part;libellé;montant;date;référence\n200030633;training;a;1 234,50;12/03/2026;F1\nTOTAL;;;1234,5;;\n", true)
	f.Add("siren;montant\n200030633;1\n200030336;x\n", true)
	f.Add("siren;code commune;département;commune;montant;référence\n;59139;;;5;R\n;;08;Hocmont;5;R\n215901398;;;;1;\n", false)
	f.Add("commune;montant\nCaudry;1\n\"", false)
	f.Fuzz(func(t *testing.T, data string, costs bool) {
		files := write(t, threeEPCIs, data)
		o := Options{Files: files[:1], Subsidies: files[1:]}
		if costs {
			o.Costs, o.Subsidies = o.Subsidies, nil
		}
		var found diag.List
		table, err := Read(o, tariffs(), pickFrom2026, &found)
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Inputs) < 2 {
			if found.Errors() == 0 {
				t.Error("a file was not read, and no fault says why")
			}
			return
		}
		in := table.Inputs[1]
		kept := in.Kept
		for _, l := range in.LeftOut {
			kept += l.Rows
		}
		if kept > in.Rows || kept < in.Rows && found.Errors() == 0 {
			t.Errorf("%d rows, %d accounted for", in.Rows, kept)
		}
	})
}
