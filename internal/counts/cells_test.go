package counts

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func TestNumber(t *testing.T) {
	const (
		count = false
		euros = true
	)
	for _, tt := range []struct {
		cell  string
		kind  grid.Kind
		euros bool
		want  int64
		why   reason
	}{
		{"0", grid.Text, count, 0, fine},
		{"007", grid.Text, count, 7, fine},
		{"999999999", grid.Text, count, 999999999, fine},
		{"1 234", grid.Text, count, 1234, fine},
		{"1\u00a0234\u00a0567", grid.Text, count, 1234567, fine},
		{"12\u202f345", grid.Text, count, 12345, fine},
		{"1000000000", grid.Text, count, 0, tooLong},
		{"99999999999999999999999999", grid.Text, count, 0, tooLong},
		{"12 34", grid.Text, count, 0, misgrouped},
		{"1234 567", grid.Text, count, 0, misgrouped},
		{"1  234", grid.Text, count, 0, misgrouped},
		{"1 23", grid.Text, count, 0, misgrouped},
		{"1 23 456", grid.Text, count, 0, misgrouped},
		{"12 3O", grid.Text, count, 0, notNumber},
		{"12O", grid.Text, count, 0, notNumber},
		{"-1", grid.Text, count, 0, notNumber},
		{"+1", grid.Text, count, 0, notNumber},
		{"1e3", grid.Text, count, 0, notNumber},
		{"\u0661\u0662", grid.Text, count, 0, notNumber},
		{"1.000", grid.Text, count, 0, pointed},
		{"1,000", grid.Text, count, 0, pointed},
		{"12,0", grid.Text, count, 0, decimal},
		{"1.000.000", grid.Text, count, 0, pointed},
		{".", grid.Text, count, 0, notNumber},
		{"6234", grid.Number, count, 6234, fine},
		{"6.234E3", grid.Number, count, 6234, fine},
		{"6.234E+3", grid.Number, count, 6234, fine},
		{"6234.0", grid.Number, count, 6234, fine},
		{"1E9", grid.Number, count, 0, tooLong},
		{"6.2345E3", grid.Number, count, 0, decimal},
		{"0.5", grid.Number, count, 0, decimal},
		{"-1", grid.Number, count, 0, notNumber},
		{"1E99", grid.Number, count, 0, notNumber},
		{"1E999999999999", grid.Number, count, 0, notNumber},
		{"E3", grid.Number, count, 0, notNumber},
		{"1 000", grid.Number, count, 0, notNumber},

		{"1234", grid.Text, euros, 1234_00, fine},
		{"1234.5", grid.Text, euros, 1234_50, fine},
		{"1 234,56", grid.Text, euros, 1234_56, fine},
		{"0,05", grid.Text, euros, 5, fine},
		{"999999999999.99", grid.Text, euros, 999_999_999_999_99, fine},
		{"1000000000000", grid.Text, euros, 0, tooLong},
		{"1.234", grid.Text, euros, 0, ambiguous},
		{"123,456", grid.Text, euros, 0, ambiguous},
		{"0,234", grid.Text, euros, 0, tooFine},
		{"1234,567", grid.Text, euros, 0, tooFine},
		{"1 234,567", grid.Text, euros, 0, tooFine},
		{"1.2345", grid.Text, euros, 0, tooFine},
		{"1.234,56", grid.Text, euros, 0, notNumber},
		{"1,234.56", grid.Text, euros, 0, notNumber},
		{"5.", grid.Text, euros, 0, notNumber},
		{",5", grid.Text, euros, 0, notNumber},
		{"-5", grid.Text, euros, 0, negative},
		{"--5", grid.Text, euros, 0, notNumber},
		{"12 34,5", grid.Text, euros, 0, misgrouped},
		{"12 €", grid.Text, euros, 0, signed},
		{"1234.56", grid.Number, euros, 1234_56, fine},
		{"1.23456E3", grid.Number, euros, 1234_56, fine},
		{"5E-2", grid.Number, euros, 5, fine},
		{"1.234", grid.Number, euros, 0, tooFine},
		{"1.5E-7", grid.Number, euros, 0, tooFine},
		{"-0.5", grid.Number, euros, 0, negative},
	} {
		if got, why := number(tt.cell, tt.kind, tt.euros); got*b(why == fine) != tt.want || why != tt.why {
			t.Errorf("number(%q, %d, euros %v) = %d, %d; want %d, %d", tt.cell, tt.kind, tt.euros, got, why, tt.want, tt.why)
		}
	}
}

// b is 1 for true: a number that is refused has no value.
func b(ok bool) int64 {
	if ok {
		return 1
	}
	return 0
}

// However an amount is written, it is read as what it is.
func TestAmountWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.Int64Range(0, 999_999_999_999_99).Draw(t, "cents")
		exact := said(cents, true)
		written := exact
		for i := len(exact) - 6; i > 0; i -= 3 {
			if space := rapid.SampledFrom([]string{" ", "\u00a0", "\u202f"}).Draw(t, "space"); i < len(exact) {
				written = written[:i] + space + written[i:]
			}
		}
		if got, why := number(written, grid.Text, true); got != cents || why != fine {
			t.Fatalf("%q is read as %d, %d", written, got, why)
		}
		if got, why := number(exact, grid.Number, true); got != cents || why != fine {
			t.Fatalf("%s in a workbook is read as %d, %d", exact, got, why)
		}
	})
}

func TestSIREN(t *testing.T) {
	for _, tt := range []struct {
		cell string
		kind grid.Kind
		key  string
		code string
	}{
		{"200030633", grid.Text, "200030633", ""},
		{"200 030 633", grid.Text, "200030633", ""},
		{"200\u00a0030\u202f633", grid.Text, "200030633", ""},
		{"2.00030633E8", grid.Number, "200030633", ""},
		{"200030633", grid.Number, "200030633", ""},
		{"5520135", grid.Text, "005520135", "counts/siren-restored"},
		{"5520135", grid.Number, "005520135", "counts/siren-restored"},
		{"", grid.Text, "", "counts/blank-siren"},
		{"20003063", grid.Text, "", "counts/not-a-siren"},
		{"2000306330", grid.Text, "", "counts/not-a-siren"},
		{"18", grid.Text, "", "counts/not-a-siren"}, // its key is right, but it is no SIREN
		{"000000000", grid.Text, "", "counts/wrong-key"},
		{"20003063O", grid.Text, "", "counts/not-a-siren"},
		{"2000 30633", grid.Text, "", "counts/not-a-siren"},
		{"-200030633", grid.Number, "", "counts/not-a-siren"},
		{"20003063300012", grid.Text, "", "counts/siret"},
		{"200 030 633 00012", grid.Text, "", "counts/not-a-siren"},
		{"200030634", grid.Text, "", "counts/wrong-key"},
		{"200030363", grid.Text, "", "counts/wrong-key"},
	} {
		key, why := siren(text.Phrase{}, tt.cell, tt.kind, territory.SwappedSIREN)
		code := ""
		if why != nil {
			code = why.Code
		}
		if key != tt.key || code != tt.code {
			t.Errorf("siren(%q) = %q, %q; want %q, %q", tt.cell, key, code, tt.key, tt.code)
		}
	}
}

// Two digits swapped are proposed the right way round.
func TestSIRENWithin(t *testing.T) {
	for cell, want := range map[string]string{
		"243.500.667": "write 243500667", "243.500.668": "nine digits, and nothing else", "200030633 00012": "nine digits, and nothing else",
	} {
		if _, why := siren(text.Phrase{}, cell, grid.Text, nil); why == nil || why.Hint(text.English) != want {
			t.Errorf("%q: %v", cell, why)
		}
	}
}

func TestSwapped(t *testing.T) {
	_, why := siren(text.Phrase{}, "200030363", grid.Text, territory.SwappedSIREN)
	if got, want := why.Hint(text.English), "perhaps 200030633, 200030336"; got != want {
		t.Errorf("hint %q, want %q", got, want)
	}
}

func TestReadCells(t *testing.T) {
	for _, tt := range []found{
		{
			name: "every bad cell is named",
			files: []string{"siren;nom;eleves;ecoles;mobile-app;audit_quantity;formations;subvention\n" +
				caudresis + ";« Caudrésis »;12O;;peut-être;1.000;1.234;12 €\n" +
				";x;1;1;;0;;\n" +
				"200030634;x;1;1;;;12,345;1 2,5\n" +
				"20003063300012;x;12 34;1000000000;;0;;-5\n"},
			want: `
a.csv:2:25: error[counts/not-a-number]: pupils: "12O" is not a whole number
a.csv:2:29: error[counts/blank]: schools: blank; write 0 if there are none
a.csv:2:30: error[counts/not-a-choice]: mobile-app: "peut-être" is neither yes nor no; yes, no, true, false, 1, 0, x, or nothing
a.csv:2:40: error[counts/not-a-number]: audit_quantity: "1.000" is not a whole number; without a point or a comma: 1000 or 1 000
a.csv:2:46: error[counts/ambiguous-euros]: training: "1.234" reads two ways, 1234 euros or three decimals; write 1234, or at most two decimals
a.csv:2:52: error[counts/euro-sign]: subsidy: "12 €" has a euro sign; amounts are in euros: write the number alone
a.csv:3:1: error[counts/blank-siren]: siren: blank; a total line has the word TOTAL
a.csv:4:1: error[counts/wrong-key]: siren: the key of 200030634 is wrong, a digit was miscopied; perhaps 200030674 (CA Val de Garonne Agglomération), 200030633 (CA du Caudrésis et du Catésis)
a.csv:4:18: error[counts/blank]: audit_quantity: blank; write the number to charge, or 0 if it was not done
a.csv:4:19: error[counts/ambiguous-euros]: training: "12,345" reads two ways, 12345 euros or three decimals; write 12345, or at most two decimals
a.csv:4:26: error[counts/misgrouped]: subsidy: the digits of "1 2,5" are not in groups of three; a space parts groups of three: 1234 or 1 234
a.csv:5:1: error[counts/siret]: siren: "20003063300012" is a SIRET; the SIREN is its beginning: 200030633
a.csv:5:18: error[counts/misgrouped]: pupils: the digits of "12 34" are not in groups of three; a space parts groups of three: 1234 or 1 234
a.csv:5:24: error[counts/too-many-digits]: schools: "1000000000" has more than 9 digits
a.csv:5:39: error[counts/negative-euros]: subsidy: "-5": a negative amount is not allowed; write it without a sign: 5
`,
		},
		{
			name: "the same EPCI twice, in a file and in two",
			files: []string{
				"siren;eleves\n" + caudresis + ";10\n" + avesnois + ";10\n200 030 633;20\n",
				"eleves;siren\n5;" + avesnois + "\n",
			},
			want: `
a.csv:4:1: error[counts/siren-twice]: siren: 200030633 is already at a.csv:2
b.csv:2:3: error[counts/siren-twice]: siren: 200042190 is already at a.csv:3
`,
		},
		{
			name:  "leading zeros lost",
			files: []string{"siren;eleves\n5520135;10\n"},
			want:  "a.csv:2:1: notice[counts/siren-restored]: siren: \"5520135\" is read as 005520135, with its leading zeros\n",
		},
		{
			name: "what pricing refuses is at its cell",
			files: []string{"siren;nom;eleves;ecoles;new_pupils;new_schools;audit;audit_quantity;subvention\n" +
				caudresis + ";É;10;2;11;2;non;1;\n" +
				avesnois + ";É;10;2;10;3;;3;\n" +
				thierache + ";É;10;2;10;2;;0;50,00\n"},
			want: `
a.csv:2:18: error[counts/part-above-whole]: new_pupils: 11, more than pupils (10)
a.csv:2:27: error[counts/refused-units]: audit: the row says no, and declares some (audit_quantity)
a.csv:3:21: error[counts/part-above-whole]: new_schools: 3, more than schools (2)
a.csv:3:24: error[counts/part-above-whole]: audit_quantity: 3, more than schools (2)
a.csv:4:26: error[counts/subsidy-above-gross]: the subsidy of 50.00 euros is 39.00 more than the gross contribution, which is 11.00
`,
		},
	} {
		tt.check(t)
	}
}

// The same in French, as an officer reads it.
func TestReadCellsInFrench(t *testing.T) {
	files := write(t, "N° SIREN;Effectifs;ecoles;Subvention\n"+caudresis+";12O;;1,234\n200030363;1;1;12 €\n;1;1;\n")
	_, got, err := read(t, Options{Files: files}, text.French)
	if err != nil {
		t.Fatal(err)
	}
	want := "" +
		"a.csv:2:11: erreur[counts/not-a-number]: Effectifs\u00a0: «\u00a012O\u00a0» n'est pas un nombre entier\n" +
		"a.csv:2:15: erreur[counts/blank]: ecoles\u00a0: vide\u00a0; écrivez 0 s'il n'y en a pas\n" +
		"a.csv:2:16: erreur[counts/ambiguous-euros]: Subvention\u00a0: «\u00a01,234\u00a0» se lit de deux façons, 1234 euros ou trois décimales\u00a0; écrivez 1234, ou deux décimales au plus\n" +
		"a.csv:3:1: erreur[counts/wrong-key]: N° SIREN\u00a0: la clé de 200030363 est fausse, un chiffre est mal recopié\u00a0; peut-être 200030633 (CA du Caudrésis et du Catésis), 200030336\n" +
		"a.csv:3:15: erreur[counts/euro-sign]: Subvention\u00a0: «\u00a012 €\u00a0» porte le signe de l'euro\u00a0; les montants sont en euros\u00a0: écrivez le nombre seul\n" +
		"a.csv:4:1: erreur[counts/blank-siren]: N° SIREN\u00a0: vide\u00a0; une ligne de total porte le mot TOTAL\n"
	if diff := cmp.Diff(ordinary(want), ordinary(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A sentence in French names a field as the file does, whatever refuses it; one that the
// file lacks, as an empty file does.
func TestReadFieldsInFrench(t *testing.T) {
	for _, tt := range []struct{ file, want string }{
		{
			"Siren;Nb élèves;NB ECOLES;New pupils;Nouvelles écoles;Audit;audit quantity;Aide\n" +
				caudresis + ";10;2;11;2;non;1;\n" + caudresis + ";10;2;1;1;;;50\n" + avesnois + ";10;2;1;1;;0;50\n",
			"a.csv:3:21: erreur[counts/blank]: audit quantity : vide ; écrivez le nombre à facturer, ou 0 si la mission n'a pas été faite\n" +
				"a.csv:3:1: erreur[counts/siren-twice]: Siren : 200030633 est déjà en a.csv:2\n" +
				"a.csv:2:16: erreur[counts/part-above-whole]: New pupils : 11, plus que les 10 de « Nb élèves »\n" +
				"a.csv:2:25: erreur[counts/refused-units]: Audit : la ligne dit non, et en déclare (audit quantity)\n" +
				"a.csv:4:23: erreur[counts/subsidy-above-gross]: la subvention de 50,00 € dépasse de 43,50 € la contribution brute, qui est de 6,50 €\n",
		},
		{
			"siren;ecoles\n" + caudresis + ";10\n",
			"a.csv:1: erreur[counts/missing-column]: il manque la colonne « élèves » (pupils), nécessaire à « Plateforme ENT », « accompaniment » ; " +
				"elle peut s'appeler pupils, élèves, effectifs, nombre d'élèves, nombre total d'élèves\n",
		},
		{
			"siren;élèves;effectifs;mobile app;Platform\n" + caudresis + ";10;10;;\nTOTAL;11;;;\n",
			"a.csv:1:14: erreur[counts/two-columns]: « effectifs » se lit comme « élèves », la colonne en a.csv:1:7 ; " +
				"retirez l'une des deux, ou choisissez avec --map pupils=En-tête\n" +
				"a.csv:1:35: erreur[counts/mandatory-choice]: Platform : cette part est obligatoire, elle ne se choisit pas ; retirez la colonne\n" +
				"a.csv:3:7: erreur[counts/total-mismatch]: élèves : la ligne TOTAL dit 11, la somme des lignes est 10 (1 de moins) ; corrigez la ligne TOTAL ou la ligne fautive\n",
		},
		{
			"siren;Année;élèves\n" + caudresis + ";24;10\n",
			"a.csv:2:11: erreur[counts/not-a-year]: Année : « 24 » n'est pas une année ; quatre chiffres : 2026\n",
		},
		{
			"siren;élèves;Aide\n" + caudresis + ";16350;\n" + avesnois + ";9500,5;\nTOTAL;16300;1\n",
			"a.csv:3:11: erreur[counts/not-a-number]: élèves : « 9500,5 » n'est pas un nombre entier ; un effectif n'a pas de décimale\n" +
				"a.csv:4:13: erreur[counts/total-mismatch]: Aide : la ligne TOTAL dit 1,00, la somme des lignes est 0,00 (1,00 de moins) ; corrigez la ligne TOTAL ou la ligne fautive\n",
		},
		{
			"siren;élèves\n" + caudresis + ";16350\nTOTAL;16300\n",
			"a.csv:3:7: erreur[counts/total-mismatch]: élèves : la ligne TOTAL dit 16 300, la somme des lignes est 16 350 (50 de plus) ; corrigez la ligne TOTAL ou la ligne fautive\n",
		},
		{
			"siren;élèves;Aide\n" + caudresis + ";10;-500\n" + avesnois + ";10;−500,5\n" + thierache + ";10;--5\n",
			"a.csv:2:14: erreur[counts/negative-euros]: Aide : « -500 » : un montant négatif n'est pas admis ; écrivez-le sans signe : 500\n" +
				"a.csv:3:14: erreur[counts/negative-euros]: Aide : « −500,5 » : un montant négatif n'est pas admis ; écrivez-le sans signe : 500,5\n" +
				"a.csv:4:14: erreur[counts/not-euros]: Aide : « --5 » n'est pas un montant en euros ; des chiffres, et au plus deux décimales : 1234,56\n",
		},
	} {
		files := write(t, tt.file)
		_, got, err := read(t, Options{Files: files, Columns: aide(tt.file)}, text.French)
		if diff := cmp.Diff(tt.want, ordinary(got)); diff != "" || err != nil {
			t.Errorf("%v (-want +got)\n%s", err, diff)
		}
	}
}

// aide names the column of subsidies by hand where there is one of that name.
func aide(file string) []records.Column {
	if strings.Contains(file, "Aide") {
		return []records.Column{{Field: "subsidy", Header: "Aide"}}
	}
	return nil
}

// A name that csv-fr wrote is read as it was.
func TestReadGuardedName(t *testing.T) {
	for name, want := range map[string]string{"'=CA": "=CA", "'@CA": "@CA", "''=CA": "''=CA", "'CA": "'CA", "'": "'", "=CA": "=CA"} {
		files := write(t, "SIREN;EPCI;Élèves\n"+caudresis+";"+name+";10\n")
		table, got, err := read(t, Options{Files: files}, text.English)
		if err != nil || got != "" || table.Rows[0].Name != want {
			t.Errorf("%s: %v %s %+v, want %s", name, err, got, table.Rows, want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		s     string
		count pricing.Quantity
		ok    bool
	}{{"1 234", 1234, true}, {"0", 0, true}, {"", 0, false}, {"1.000", 0, false}, {"1e3", 0, false}, {"-1", 0, false}, {"+1", 0, false}, {"0x1", 0, false}} {
		if n, ok := ParseCount(tt.s); ok != tt.ok || ok && n != tt.count {
			t.Errorf("ParseCount(%q) = %d, %v", tt.s, n, ok)
		}
	}
	for s, want := range map[string]int{"2026": 2026, "1900": 1900, "2999": 2999, "1899": 0, "3000": 0, "02026": 0, "+202": 0, "26": 0, "": 0, "2 026": 0} {
		if year, ok := ParseYear(s); ok != (want > 0) || ok && year != want {
			t.Errorf("ParseYear(%q) = %d, %v", s, year, ok)
		}
	}
}

// The digits that a cell may have are those of the largest number that pricing takes.
func TestDigits(t *testing.T) {
	if largest := strconv.FormatInt(int64(pricing.MaxQuantity), 10); largest != strings.Repeat("9", countDigits) {
		t.Errorf("%d digits for %s", countDigits, largest)
	}
	if largest := pricing.MaxEuros.String(); largest != strings.Repeat("9", euroDigits)+".99" {
		t.Errorf("%d digits for %s", euroDigits, largest)
	}
}

// ordinary puts ordinary spaces for those that do not break.
func ordinary(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
