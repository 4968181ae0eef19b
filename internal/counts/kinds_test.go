package counts

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// A file that is given for another is told for what it is, once.
func TestOtherFile(t *testing.T) {
	const (
		costs       = "siren,part,montant\n" + caudresis + ",training,1\n" + caudresis + ",training,2\n"
		subsidies   = "siren,montant\n" + caudresis + ",1\n" + caudresis + ",2\n"
		composition = "code_commune,commune,siren_epci,epci\n59139,Caudry," + caudresis + ",CA\n59136,Le Cateau," + caudresis + ",CA\n"
		isCosts     = ":1: error[counts/other-file]: this is a file of costs (--costs): it has a component and an amount; if it is none, take the column of the component away\n"
		isSubsidies = ":1: error[counts/other-file]: this is a file of subsidies (--subsidies): it has an amount, and neither a component nor a count; if it is none, take the column of the amount away\n"
		isCommunes  = ":1: error[counts/other-file]: this is a file of communes and EPCIs (--communes): it has a row per commune\n"
	)
	for _, tt := range []together{
		{name: "costs as subsidies", counts: threeEPCIs, subsidies: costs, want: "subsidies.csv" + isCosts},
		{name: "costs without SIREN as subsidies", counts: threeEPCIs, subsidies: "commune,part,montant\nCaudry,training,1\n", want: "subsidies.csv" + isCosts},
		{name: "costs as members", counts: threeEPCIs, members: costs, want: "members.csv" + isCosts},
		{name: "costs as counts", counts: costs, want: "counts.csv" + isCosts},
		{name: "subsidies as members", counts: threeEPCIs, members: subsidies, want: "members.csv" + isSubsidies},
		{name: "subsidies as counts", counts: subsidies, want: "counts.csv" + isSubsidies},
		{name: "subsidies by commune as counts", counts: "code commune;montant\n59139;1\n", want: "counts.csv" + isSubsidies},
		{name: "subsidies as costs", counts: threeEPCIs, costs: subsidies, want: "costs.csv:1: error[amounts/missing-column]: not there: column component\n"},
		{name: "a composition as counts", counts: composition, want: "counts.csv" + isCommunes},
		{name: "a composition as members", counts: threeEPCIs, members: composition, want: "members.csv" + isCommunes},
		{name: "the DGCL's", counts: "dept;siren;raison_sociale;siren_membre;insee\n59;" + caudresis + ";CA;215901398;59139\n", want: "counts.csv" + isCommunes},
		{name: "INSEE's", counts: threeEPCIs, members: "CODGEO,LIBGEO,EPCI,LIBEPCI\n59139,Caudry," + caudresis + ",CA\n", want: "members.csv" + isCommunes},
		{
			name: "schools as members", counts: threeEPCIs, members: "UAI;siren\n0590001F;" + caudresis + "\n",
			want: "members.csv:1: error[counts/other-file]: this is a file of schools: it has a column UAI; give it without --members\n",
		},
		{
			name: "an amount beside counts, a member's commune", counts: "siren;eleves;ecoles;montant\n" + caudresis + ";1;1;5\n",
			members: "siren;nom;code insee;commune\n" + caudresis + ";CA;59139;Caudry\n",
			want: "counts.csv:1: notice[counts/unknown-columns]: columns not read: montant\n" +
				"members.csv:1: notice[counts/unknown-columns]: columns not read: code insee, commune\n",
		},
		{
			name: "EPCIs with a column of UAIs", counts: "siren;eleves;ecoles;uai\n" + caudresis + ";1;1;\n",
			want: "counts.csv:1: notice[counts/unknown-columns]: columns not read: uai\n",
		},
		{
			name: "schools with a column of SIRENs", counts: "siren;eleves;ecole;uai;commune;secteur\n" + caudresis + ";1;Jules Ferry;0590103S;Caudry;public\n",
			want: "counts.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are\n",
		},
		{
			name: "in French", counts: threeEPCIs, subsidies: costs, lang: text.French,
			want: "subsidies.csv:1: erreur[counts/other-file]: c'est un fichier de coûts (--costs) : il a une part et un montant ; si ce n'en est pas un, retirez la colonne de la part\n",
		},
	} {
		tt.check(t)
	}
}

// One workbook may have a sheet for each purpose.
func TestDossier(t *testing.T) {
	file := workbook(t, func(f *excelize.File) {
		for sheet, rows := range map[string][][]any{
			"Adhérents":   {{"SIREN", "Nom"}, {200030633, "CA"}},
			"Coûts":       {{"SIREN", "Part", "Montant"}, {200030633, "Formations", 10}},
			"Subventions": {{"SIREN", "Montant"}, {200030633, 3}},
		} {
			if _, err := f.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			for i := range rows {
				cell, _ := excelize.CoordinatesToCellName(1, i+1)
				if err := f.SetSheetRow(sheet, cell, &rows[i]); err != nil {
					t.Fatal(err)
				}
			}
		}
	}, []any{"SIREN", "Élèves", "Écoles"}, []any{200030633, 1000, 10}, []any{200042190, 20, 2})
	o := Options{Files: []string{file}, Sheet: "Feuil1", Members: file, Costs: []string{file}, Subsidies: []string{file}}
	table, got, err := read(t, o, text.English)
	if err == nil && got == "" && len(table.Rows) == 1 && table.Rows[0].Costs["training"][0].Amount == 10_00 &&
		table.Rows[0].Subsidies[0].Amount == 3_00 {
		return
	}
	t.Errorf("%v\n%s%+v", err, got, table)
}

// --map names columns of every kind of file, in each by the fields that it can have.
func TestMapOfKinds(t *testing.T) {
	const schools = "Num;Sect;Code commune;Nombre total d'élèves\n0590001F;PUBLIC;59139;100\n"
	by := func(pairs ...string) Options {
		var o Options
		for i := 0; i < len(pairs); i += 2 {
			o.Columns = append(o.Columns, records.Column{Field: pairs[i], Header: pairs[i+1]})
		}
		return o
	}
	const unknownRentree = "counts.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are\n"
	for _, tt := range []together{
		{
			name: "schools and members", counts: schools, members: "Code;Appli\n" + caudresis + ";oui\n",
			o: by("uai", "Num", "secteur", "Sect", "siren", "Code", "mobile-app", "Appli"), want: unknownRentree,
		},
		{
			name: "a choice, of schools alone", counts: schools, o: by("uai", "Num", "sector", "Sect", "mobile-app", "Sect"),
			want: "usage: --map: \"Sect\" names both sector and mobile-app\n",
		},
		{
			name: "a field that no file can have", counts: schools + "0590002G;PUBLIC;59136;50\n", o: by("uai", "Num", "sector", "Sect", "mobile-app", "Nom"),
			want: unknownRentree + "usage: --map: the files given are not of those that mobile-app is read from\n",
		},
		{
			name: "costs and subsidies", counts: threeEPCIs, o: by("siren", "Client", "montant", "Somme", "component", "Quoi"),
			costs: "Client;Quoi;Somme\n" + caudresis + ";training;1\n", subsidies: "Client;Somme\n" + caudresis + ";2\n",
		},
		{
			name: "an amount, and a column of the counts of that name", counts: "siren;eleves;ecoles;subvention\n" + caudresis + ";1000;10;5\n",
			o: by("amount", "Subvention"), costs: "siren;part;subvention\n" + caudresis + ";training;1\n",
		},
		{
			name: "costs that cannot be read", counts: threeEPCIs, o: by("amount", "Somme"), costs: "a;b\n1;2\n",
			want: "costs.csv:1: error[costs/no-header]: no header with \"siren\", \"component\" and \"amount\" in the first 50 lines; " +
				"the file begins with \"a b\"; --costs wants siren, component, amount and, if one likes, label, date, reference\n" +
				"usage: --map: no file has a column \"Somme\"\n",
		},
		{
			name: "costs that are not opened", counts: "siren;exercice;eleves\n" + caudresis + ";x;1\n", o: by("amount", "Somme"),
			costs: "siren;part;somme\n" + caudresis + ";training;1\n",
			want:  "counts.csv:2:11: error[counts/not-a-year]: year: \"x\" is not a year; four digits: 2026\n",
		},
		{
			name: "an amount, and no such file", counts: threeEPCIs, o: by("amount", "nom"),
			want: "usage: --map: the files given are not of those that amount is read from\n",
		},
	} {
		tt.check(t)
	}
	table, _ := together{
		counts: "siren;eleves;ecoles;subvention\n" + caudresis + ";1000;10;5\n",
		o:      by("amount", "Subvention"), costs: "siren;part;subvention\n" + caudresis + ";training;1\n",
	}.read(t)
	if len(table.Rows) != 1 || len(table.Rows[0].Subsidies) != 1 {
		t.Errorf("%+v", table.Rows)
	}
}

// --sheet is for the workbooks among the files of counts.
func TestSheetBesideText(t *testing.T) {
	file := workbook(t, func(f *excelize.File) {
		_, err := f.NewSheet("Notes")
		if err := errors.Join(err, f.SetCellValue("Notes", "A1", "x")); err != nil {
			t.Fatal(err)
		}
	}, []any{"SIREN", "Élèves", "Écoles"}, []any{200030633, 1000, 10})
	for name, siren := range map[string]string{"a.csv": avesnois, "b.csv": thierache} {
		if err := os.WriteFile(name, []byte("siren;eleves;ecoles\n"+siren+";1;1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if table, got, err := read(t, Options{Files: []string{"a.csv", file, "b.csv"}, Sheet: "Feuil1"}, text.English); err != nil || got != "" || len(table.Rows) != 3 {
		t.Errorf("%s%v", got, err)
	}
	for _, files := range [][]string{{"a.csv"}, {"a.csv", "b.csv"}} {
		_, got, err := read(t, Options{Files: files, Sheet: "Feuil1"}, text.English)
		if want := "usage: " + text.NoSheetsInText("a.csv", "Feuil1").In(text.English); got != "" || usage(err) != want {
			t.Errorf("%s%v, want %s", got, err, want)
		}
	}
}

// A file that is given twice for one purpose is told once, by whatever path.
func TestFileTwice(t *testing.T) {
	files := write(t, threeEPCIs, "siren;part;montant\n"+caudresis+";training;1\n")
	for _, o := range []Options{
		{Files: []string{"a.csv", "./a.csv"}},
		{Files: files[:1], Costs: []string{"b.csv", "b.csv"}},
		{Files: files[:1], Subsidies: []string{"b.csv", "b.csv"}},
	} {
		if _, got, err := read(t, o, text.English); got != "" || !strings.HasSuffix(usage(err), "csv is given twice") {
			t.Errorf("%+v: %s%v", o, got, err)
		}
	}
}
