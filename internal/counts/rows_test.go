package counts

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func TestReadYears(t *testing.T) {
	for _, tt := range []found{
		{
			name:  "another year below the first",
			files: []string{"siren;exercice;eleves\n" + caudresis + ";2024;10\n" + avesnois + ";2025;10\n"},
			want:  "a.csv:3:11: error[counts/other-year]: year: 2025, and 2024 above; --year 2024 or --year 2025 keeps the rows of one year\n",
		},
		{
			name:  "another year in another file",
			files: []string{"siren;exercice;eleves\n" + caudresis + ";2024;10\n", "siren;exercice;eleves\n" + avesnois + ";2025;10\n"},
			want:  "b.csv:2:11: error[counts/other-year]: year: 2025, and 2024 above; --year 2024 or --year 2025 keeps the rows of one year\n",
		},
		{
			name:  "years that are none",
			files: []string{"siren;exercice;eleves\n" + caudresis + ";2024;10\n" + avesnois + ";;10\n" + thierache + ";2024/2025;1O\n"},
			want: `
a.csv:3:11: error[counts/blank-year]: year: blank; every row says its year
a.csv:4:11: error[counts/not-a-year]: year: "2024/2025" is not a year; four digits: 2026
a.csv:4:21: error[counts/not-a-number]: pupils: "1O" is not a whole number
`,
		},
		{
			name:  "the first row does not say the year: nothing can be read under a tariff",
			files: []string{"siren;exercice;eleves\n" + caudresis + ";24;10\n" + avesnois + ";2024;1O\n"},
			want:  "a.csv:2:11: error[counts/not-a-year]: year: \"24\" is not a year; four digits: 2026\n",
		},
		{
			name:  "none of the year asked for",
			files: []string{"siren;exercice;eleves\n" + caudresis + ";2024;10\n" + avesnois + ";2023;10\n"},
			o:     Options{Year: 2022},
			want:  "usage: --year 2022: no row of that year, but 2023, 2024\n",
		},
		{
			name:  "rows left out are read, and their faults named; the same EPCI in two years is fine",
			files: []string{"siren;exercice;eleves\n" + caudresis + ";2024;10\n" + caudresis + ";2023;1O\n" + avesnois + ";2023;10\n" + avesnois + ";2023;10\n"},
			o:     Options{Year: 2024},
			want: `
a.csv:3:16: error[counts/not-a-number]: pupils: "1O" is not a whole number
a.csv:5:1: error[counts/siren-twice]: siren: 200042190 is already at a.csv:4
`,
		},
	} {
		tt.check(t)
	}
}

func TestReadTotals(t *testing.T) {
	rows := "siren;nom;eleves;formations\n" + caudresis + ";A;1 000;10,50\n" + avesnois + ";B;20;\n"
	for _, tt := range []found{
		{name: "right", files: []string{rows + ";Total général;1020;10.5\n\n;;;\n"}},
		{name: "the word as a key", files: []string{rows + "TOTAUX;;1020;\n"}},
		{name: "kept or not", files: []string{rows + "Total:;;1020;\n"}, o: Options{EPCI: []string{avesnois}}},
		{
			name: "wrong", files: []string{rows + "TOTAL;;1 021;10,51\n"},
			want: `
a.csv:4:8: error[counts/total-mismatch]: pupils: the TOTAL line says 1021, the rows sum to 1020 (1 less); mend the TOTAL line or the row at fault
a.csv:4:14: error[counts/total-mismatch]: training: the TOTAL line says 10.51, the rows sum to 10.50 (0.01 less); mend the TOTAL line or the row at fault
`,
		},
		{
			name: "not the last", files: []string{rows + "TOTAL;;1020;\n" + thierache + ";C;1;\nTOTAL;;1022;\n"},
			want: `
a.csv:4: error[counts/total-not-last]: the total line is not the last; take subtotals, and what follows the total, away
a.csv:6:8: error[counts/total-mismatch]: pupils: the TOTAL line says 1022, the rows sum to 1021 (1 less); mend the TOTAL line or the row at fault
`,
		},
		{
			name: "a column with a fault has no sum", files: []string{rows + thierache + ";C;x;1\nTOTAL;;1020;11\n"},
			want: `
a.csv:4:13: error[counts/not-a-number]: pupils: "x" is not a whole number
a.csv:5:13: error[counts/total-mismatch]: training: the TOTAL line says 11.00, the rows sum to 11.50 (0.50 more); mend the TOTAL line or the row at fault
`,
		},
		{
			name: "its cells are numbers too", files: []string{rows + ";Total;1.020;x\n"},
			want: `
a.csv:4:8: error[counts/not-a-number]: pupils: "1.020" is not a whole number; without a point or a comma: 1000 or 1 000
a.csv:4:14: error[counts/not-euros]: training: "x" is not an amount in euros; digits, and at most two decimals: 1234.56
`,
		},
		{
			name: "a row that is one too many, or none", files: []string{rows + avesnois + ";B;20;\nTOTAL;;1020;\n", "siren;eleves\n" + thierache + ";1\n;1\nTOTAL;1\n"},
			want: `
a.csv:4:1: error[counts/siren-twice]: siren: 200042190 is already at a.csv:3
b.csv:3:1: error[counts/blank-siren]: siren: blank; a total line has the word TOTAL
`,
		},
		{
			name: "no word, no total", files: []string{rows + ";;1020;\n"},
			want: "a.csv:4:1: error[counts/blank-siren]: siren: blank; a total line has the word TOTAL\n",
		},
		{
			name: "a total and nothing else", files: []string{"siren;eleves\nTOTAL;0\n"},
			want: "a.csv:1: error[counts/no-rows]: no EPCI below the header\n",
		},
	} {
		tt.check(t)
	}
}

func TestReadUsage(t *testing.T) {
	rows := "siren;eleves;Nb total\n" + caudresis + ";10;7\n" + avesnois + ";20;8\n"
	const unread = "a.csv:1: notice[counts/unknown-columns]: columns not read: Nb total\n"
	for _, tt := range []found{
		{
			name: "an EPCI that is not there", files: []string{rows}, o: Options{EPCI: []string{caudresis, "200030336"}},
			want: unread + "usage: --epci: no row has the SIREN 200030336\n",
		},
		{
			name: "an EPCI that is no SIREN", files: []string{rows}, o: Options{EPCI: []string{"200030634"}},
			want: "usage: --epci: \"200030634\" is not a SIREN\n",
		},
		{
			name: "a field that there is not", files: []string{rows}, o: Options{Columns: []records.Column{{Field: "pupil-count", Header: "Nb total"}}},
			want: "usage: --map: there is no field \"pupil-count\"\n",
		},
		{
			name: "a field nearly", files: []string{rows}, o: Options{Columns: []records.Column{{Field: "scools", Header: "Nb total"}}},
			want: "usage: --map: there is no field \"scools\": did you mean \"schools\"?\n",
		},
		{
			name: "a field by its French name", files: []string{rows}, o: Options{Columns: []records.Column{{Field: "Écoles", Header: "nb Total"}}},
		},
		{
			name: "a field of another tariff", files: []string{rows}, o: Options{Columns: []records.Column{{Field: "inhabitants", Header: "Nb total"}}},
			want: unread + "usage: --map: the tariff \"4\" does not use inhabitants\n",
		},
		{
			name: "a header that no file has", files: []string{rows}, o: Options{Columns: []records.Column{{Field: "schools", Header: "Classes"}}},
			want: unread + "usage: --map: no file has a column \"Classes\"\n",
		},
		{
			name: "two headers for one field", files: []string{rows}, o: Options{Columns: []records.Column{{Field: "pupils", Header: "Nb total"}, {Field: "pupils", Header: "eleves"}}},
			want: "usage: --map: \"eleves\" and \"Nb total\" both name pupils\n",
		},
		{
			name: "a header for two fields", files: []string{rows}, o: Options{Columns: []records.Column{{Field: "schools", Header: "Nb total"}, {Field: "pupils", Header: "Nb total"}}},
			want: "usage: --map: \"Nb total\" names both schools and pupils\n",
		},
		{
			name: "the key's own header", files: []string{"Code;EPCI\n10;" + caudresis + "\n"},
			o: Options{Columns: []records.Column{{Field: "siren", Header: "EPCI"}, {Field: "pupils", Header: "Code"}}},
		},
		{
			name: "a key's header that is not there", files: []string{"Code;EPCI\n10;" + caudresis + "\n"},
			o: Options{Columns: []records.Column{{Field: "siren", Header: "SIRN"}}},
			want: `
a.csv:1: error[counts/no-header]: no column "siren" nor "UAI" in the first 50 lines; the file begins with "Code EPCI"; one row per EPCI, under a header with siren, pupils, schools; or one per school, with UAI, commune, sector, pupils; or --map siren=Header
usage: --map: no file has a column "SIRN"
`,
		},
	} {
		tt.check(t)
	}
}

// What is known of the files, and of where each row stands.
func TestReadTable(t *testing.T) {
	files := write(t,
		"\ufeffContributions 2024\r\n\r\nSiren\tNom\t\"Nb. d'élèves\"\tÉcoles\tAnnée\tMobile App\tFormations\tSubvention\r\n"+
			"200 030 633\tCA du Caudrésis\t1 000\t10\t2024\tOUI\t1 234,5\t\r\n"+
			avesnois+"\t\t7\t1\t2023\t\t\t\r\n"+
			thierache+"\tThiérache\t5\t1\t2024\tnon\t\t0\r\n"+
			"\tTOTAL\t1012\t\t\t\t1234,50\t\r\n",
		"siren,eleves,ecoles,year\n200043990,3,1,2024\n200070662,4,1,2024\n")
	o := Options{Files: files, Year: 2024, EPCI: []string{caudresis, thierache, "200043990"}}
	table, got, err := read(t, o, text.English)
	if err != nil || got != "" {
		t.Fatalf("%v\n%s", err, got)
	}
	quantities := func(pupils, schools pricing.Quantity) map[pricing.Basis]pricing.Quantity {
		return map[pricing.Basis]pricing.Quantity{pricing.Pupils: pupils, pricing.Schools: schools}
	}
	want := []pricing.Counts{
		{
			SIREN: caudresis, Name: "CA du Caudrésis", Of: quantities(1000, 10),
			Chosen: map[string]bool{"mobile-app": true}, Costs: map[string][]pricing.Cost{"training": {{Amount: 1234_50}}},
		},
		{
			SIREN: thierache, Name: "Thiérache", Of: quantities(5, 1),
			Chosen: map[string]bool{"mobile-app": false}, Subsidies: []pricing.Subsidy{{}},
		},
		{SIREN: "200043990", Of: quantities(3, 1)},
	}
	if diff := cmp.Diff(want, table.Rows); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	if table.Year != 2024 || table.Tariff.Version != "4" || table.GivesNew {
		t.Errorf("year %d, tariff %s, gives new %v", table.Year, table.Tariff.Version, table.GivesNew)
	}
	a, b := table.Inputs[0], table.Inputs[1]
	if len(a.SHA256) != 64 || a.SHA256 == b.SHA256 {
		t.Errorf("SHA-256 %q and %q", a.SHA256, b.SHA256)
	}
	a.SHA256, b.SHA256 = "", ""
	inputs := []Input{
		{
			Role: CountsRole, Name: "a.csv", Encoding: "utf-8-bom", Delimiter: "\t", TitleLines: 1, Rows: 4, Kept: 2,
			LeftOut: []LeftOut{{Reason: OtherYear, Rows: 1}, {Reason: TotalLine, Rows: 1}},
		},
		{Role: CountsRole, Name: "b.csv", Encoding: "utf-8", Delimiter: ",", Rows: 2, Kept: 1, LeftOut: []LeftOut{{Reason: NotAMember, Rows: 1}}},
	}
	if diff := cmp.Diff(inputs, []Input{a, b}); diff != "" {
		t.Errorf("inputs (-want +got)\n%s", diff)
	}
	for _, tt := range []struct {
		row   int
		field string
		want  string
	}{
		{0, "", "a.csv:4"},
		{0, "mobile-app", "a.csv:4:43"},
		{0, "pupils", "a.csv:4"},  // pricing refuses no count by itself
		{0, "subsidy", "a.csv:4"}, // blank
		{1, "subsidy", "a.csv:6:35"},
		{2, "", "b.csv:2"},
		{2, "mobile-app", "b.csv:2"},
	} {
		if got := table.Place(tt.row, tt.field).String(); got != tt.want {
			t.Errorf("row %d, %q is at %s, want %s", tt.row, tt.field, got, tt.want)
		}
	}
}

// A place names the file as it was given, which an editor opens; documents do without
// its folders.
func TestReadNames(t *testing.T) {
	files := write(t, "siren;eleves\n"+caudresis+";10\n")
	if err := errors.Join(os.Mkdir("2024", 0o700), os.Rename(files[0], "2024/a.csv")); err != nil {
		t.Fatal(err)
	}
	table, got, err := read(t, Options{Files: []string{"2024/a.csv"}}, text.English)
	if err != nil || got != "" {
		t.Fatalf("%v\n%s", err, got)
	}
	if name, at := table.Inputs[0].Name, table.Place(0, "").String(); name != "a.csv" || at != "2024/a.csv:2" {
		t.Errorf("%s, %s", name, at)
	}
}

// The year is told by the first row, and chooses the tariff once.
func TestReadPicksOnce(t *testing.T) {
	files := write(t,
		"siren;year;eleves;population\n"+caudresis+";2026;1;2\n",
		"siren;year;eleves;population\n"+avesnois+";2026;1;2\n")
	for _, tt := range []struct {
		year, want int
	}{{0, 2026}, {2026, 2026}} {
		var years []int
		var list diag.List
		table, err := Read(Options{Files: files, Year: tt.year}, tariffs(), func(year int) (*pricing.Tariff, error) {
			years = append(years, year)
			return pickFrom2026(year)
		}, &list)
		if err != nil || list.Err() != nil {
			t.Fatal(err, list.All())
		}
		if len(years) != 1 || years[0] != tt.want || table.Year != tt.want || len(table.Rows) != 2 {
			t.Errorf("picked for %v, year %d, %d rows", years, table.Year, len(table.Rows))
		}
	}
	refused := errors.New("refused")
	_, err := Read(Options{Files: files}, tariffs(), func(int) (*pricing.Tariff, error) { return nil, refused }, &diag.List{})
	if !errors.Is(err, refused) {
		t.Errorf("pick's error is lost: %v", err)
	}
}

// What the system refuses ends the run; a file that is damaged does not hide what is
// wrong with another.
func TestReadRefused(t *testing.T) {
	files := write(t, "siren;eleves\n"+caudresis+";\"10\n", "siren;eleves\n"+avesnois+";x\n")
	_, got, err := read(t, Options{Files: files, EPCI: []string{caudresis}, Columns: []records.Column{{Field: "schools", Header: "E"}}}, text.English)
	if err != nil || strings.Count(got, "error[") != 2 || !strings.Contains(got, "a.csv:2:11") || !strings.Contains(got, "b.csv:2:11") {
		t.Errorf("%v\n%s", err, got)
	}
	_, got, err = read(t, Options{Files: []string{"none", files[1], "."}}, text.English)
	if !errors.Is(err, os.ErrNotExist) || !errors.Is(err, syscall.EISDIR) || strings.Count(got, "error[") != 1 || !strings.Contains(got, "b.csv:2:11") {
		t.Errorf("%v\n%s", err, got)
	}
	if !errors.As(err, new(diag.System)) {
		t.Errorf("%T", err)
	}
}

func TestQuestion(t *testing.T) {
	table := Question(pricing.Counts{Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 10, pricing.NewPupils: 20}})
	table.Tariff = tariffs()[0]
	var list diag.List
	_, err := pricing.Price(table.Tariff, table.Rows, pricing.Options{With: []string{"audit"}})
	var rows pricing.RowErrors
	if !errors.As(err, &rows) || !table.GivesNew {
		t.Fatal(err)
	}
	table.Locate(rows, &list)
	for _, d := range list.All() {
		if d.Place != (diag.Place{}) {
			t.Errorf("a question has no place, not %v", d.Place)
		}
	}
	if list.Errors() == 0 {
		t.Error("nothing reported")
	}
	table = Question(pricing.Counts{Of: map[pricing.Basis]pricing.Quantity{pricing.Schools: 10}})
	table.Tariff = tariffs()[0]
	_, err = pricing.Price(table.Tariff, table.Rows, pricing.Options{New: pricing.NoneNew})
	if !errors.As(err, &rows) {
		t.Fatal(err)
	}
	table.Locate(rows, &list)
	last := list.All()[len(list.All())-1].Text
	for lang, want := range map[text.Lang]string{
		text.English: "the number of pupils (pupils) is not given, and is needed by platform; add --pupils NUMBER",
		text.French:  "il manque le nombre d'élèves (pupils), dont dépend « Plateforme ENT »; ajoutez --pupils NOMBRE",
	} {
		if got := ordinary(last.In(lang) + "; " + last.Hint(lang)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What a row does not need is let go: the table of a file of 20 MB is small, whether
// its rows have a name or not.
func TestReadRetained(t *testing.T) {
	const rows = 5000
	for _, name := range []string{"", "A"} {
		var b strings.Builder
		b.WriteString("siren;nom;eleves;Remarque\n")
		for n, written := 200000000, 0; written < rows; n++ {
			if key := fmt.Sprint(n); territory.Luhn(key) {
				fmt.Fprintf(&b, "%s;%s;10;%s\n", key, name, strings.Repeat("x", 4000))
				written++
			}
		}
		files := write(t, b.String())
		b.Reset()
		before := heap()
		table, _, err := read(t, Options{Files: files}, text.English)
		if err != nil || len(table.Rows) != rows {
			t.Fatal(err, len(table.Rows))
		}
		if kept := heap() - before; kept > 8<<20 {
			t.Errorf("name %q: %d MiB are kept of %d rows", name, kept>>20, rows)
		}
		runtime.KeepAlive(table)
	}
}

// heap is what is in use once what is not has been given back.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// 50,000 rows, 18 of which are wrong: each is named, and the others are there.
func TestReadMany(t *testing.T) {
	var b strings.Builder
	b.WriteString("siren;eleves;ecoles\n")
	rows, wrong := 0, 0
	for n := 200000000; rows < 50000; n++ {
		key := fmt.Sprint(n)
		if !territory.Luhn(key) {
			continue
		}
		pupils := "100"
		if rows%2777 == 0 {
			pupils = ""
			wrong++
		}
		fmt.Fprintf(&b, "%s;%s;2\n", key, pupils)
		rows++
	}
	table, _, err := read(t, Options{Files: []string{"-"}, Stdin: strings.NewReader(b.String())}, text.English)
	if err != nil || len(table.Rows) != rows-wrong || table.Inputs[0].Rows != rows || table.Inputs[0].Name != "-" {
		t.Errorf("%v: %d rows, %+v", err, len(table.Rows), table.Inputs[0])
	}
}
