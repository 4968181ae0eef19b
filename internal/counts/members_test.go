package counts

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Each file that counts may be given with, by what it is for.
type together struct {
	name                              string
	counts, members, costs, subsidies string
	moreCosts                         string
	o                                 Options
	lang                              text.Lang // "" is English
	want                              string    // a line for each diagnostic, then the error of usage
}

// read writes the files to a folder that becomes the current one, and reads them.
func (tt together) read(t testing.TB) (*Table, string) {
	t.Helper()
	t.Chdir(t.TempDir())
	give := func(name, content string) []string {
		if content == "" {
			return nil
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return []string{name}
	}
	o := tt.o
	o.Files = give("counts.csv", tt.counts)
	o.Costs = append(give("costs.csv", tt.costs), give("costs2.csv", tt.moreCosts)...)
	o.Subsidies = give("subsidies.csv", tt.subsidies)
	if names := give("members.csv", tt.members); names != nil {
		o.Members = names[0]
	}
	if tt.lang == "" {
		tt.lang = text.English
	}
	table, got, err := read(t, o, tt.lang)
	if u := usage(err); u != "" {
		got += u + "\n"
	}
	return table, got
}

func (tt together) check(t *testing.T) {
	t.Run(tt.name, func(t *testing.T) {
		_, got := tt.read(t)
		if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

const threeEPCIs = "siren;nom;eleves;ecoles\n" + caudresis + ";CA;1000;10\n" + avesnois + ";B;20;2\n" + thierache + ";C;3;1\n"

func TestReadMembers(t *testing.T) {
	for _, tt := range []together{
		{name: "all of the counts", counts: threeEPCIs, members: "siren\n" + thierache + "\n" + caudresis + "\n"},
		{
			name: "a member without counts", counts: threeEPCIs, members: "siren;nom\n200043990;CC Vallons\n" + caudresis + ";\n" + "200043321;\n",
			want: `
members.csv:2:1: error[members/without-counts]: the counts have no row for the member 200043990 (CC Vallons); add it, with 0 if there is no pupil and no school; unless it is 200042190, 200043396
members.csv:4:1: error[members/without-counts]: the counts have no row for the member 200043321; add it, with 0 if there is no pupil and no school; unless it is 200043396
`,
		},
		{
			name: "an EPCI that is no more", counts: threeEPCIs, members: "siren\n200035459\n",
			want: `
members.csv:2:1: error[schools/lost-epci]: siren: 200035459 (CA d'Agen) exists no longer; its communes are in 200096956 (CA Agglomération d'Agen)
`,
		},
		{
			name: "costs of one that is no more", counts: threeEPCIs, costs: "siren;part;montant\n200033207;training;1\n",
			want: "costs.csv:2:1: error[schools/lost-epci]: siren: 200033207 (CC Vierzon-Sologne-Berry) exists no longer; its communes are in 200090561 (CC Vierzon-Sologne-Berry)\n",
		},
		{
			name: "one whose row has a fault was named", counts: "siren;eleves\n" + caudresis + ";12O\n", members: "siren\n" + caudresis + "\n",
			want: "counts.csv:2:11: error[counts/not-a-number]: pupils: \"12O\" is not a whole number\n",
		},
		{
			name: "twice, no key, a wrong key", counts: threeEPCIs,
			members: "siren;nom\n" + caudresis + ";A\n" + caudresis + ";A\n;A\n200043322;\n",
			want: `
members.csv:3:1: error[counts/siren-twice]: siren: 200030633 is already at members.csv:2
members.csv:4:1: error[counts/blank-siren]: siren: blank; a total line has the word TOTAL
members.csv:5:1: error[counts/wrong-key]: siren: the key of 200043322 is wrong, a digit was miscopied; perhaps 200043321 (CC du Pays de Mormal)
`,
		},
		{
			name: "of the members, those that --epci names", counts: threeEPCIs, members: "siren\n" + thierache + "\n" + caudresis + "\n",
			o: Options{EPCI: []string{thierache}},
		},
		{
			name: "none of the members", counts: threeEPCIs, members: "siren\n" + thierache + "\n",
			o:    Options{EPCI: []string{thierache, caudresis}},
			want: "usage: --epci: 200030633 is none of the members (--members)\n",
		},
		{
			name: "rows of another year", counts: threeEPCIs, o: Options{Year: 2024},
			members: "siren;exercice;mobile-app\n" + caudresis + ";2023;oui\n" + caudresis + ";2024;non\n",
		},
		{
			name: "no row of the year", counts: threeEPCIs, o: Options{Year: 2024}, members: "siren;exercice\n" + caudresis + ";2023\n",
			want: "usage: --year 2024: no row of that year, but 2023\n",
		},
		{
			name: "another year than the counts'", counts: "siren;exercice;eleves;ecoles\n" + caudresis + ";2024;10;1\n", members: "siren;exercice\n" + caudresis + ";2023\n",
			want: "members.csv:2:11: error[counts/other-year]: year: 2023, and 2024 above; --year 2024 or --year 2023 keeps the rows of one year\n",
		},
		{
			name: "a year that the counts do not say", counts: threeEPCIs, members: "siren;exercice\n" + caudresis + ";2023\n",
			want: "members.csv:1:7: error[members/year-alone]: year: the counts do not say the year, which chooses the tariff; give --year\n",
		},
		{
			name: "the same said twice", counts: "siren;eleves;ecoles;mobile-app;audit_quantity;formations;subvention\n" + caudresis + ";1000;10;oui;1;20,50;5\n",
			members: "siren;mobile-app;audit_quantity;formations;subvention\n" + caudresis + ";x;1;20,50;5\n",
			want: `
members.csv:2:13: error[members/said-twice]: audit_quantity: already given at counts.csv:2:23 for this EPCI; keep one of the two
members.csv:2:15: error[members/said-twice]: training: already given at counts.csv:2:25 for this EPCI; keep one of the two
members.csv:2:21: error[members/said-twice]: subsidy: already given at counts.csv:2:31 for this EPCI; keep one of the two
`,
		},
		{
			name: "another choice", counts: "siren;eleves;ecoles;mobile-app\n" + caudresis + ";1000;10;oui\n", members: "siren;mobile-app\n" + caudresis + ";non\n",
			lang: text.French,
			want: "members.csv:2:11: erreur[members/said-twice]: mobile-app : déjà donné en counts.csv:2:19 pour cet EPCI ; gardez l'un des deux\n",
		},
		{
			name: "a count in both files", counts: threeEPCIs, members: "siren;effectifs\n" + caudresis + ";7\n" + avesnois + ";8\n",
			want: "members.csv:1:7: error[members/count-twice]: pupils: the counts have this column already, at counts.csv:1; take one of the two away\n",
		},
		{
			name: "what pricing refuses of a member is in its file", counts: "siren;eleves;ecoles;subvention\n" + caudresis + ";10;1;\n" + avesnois + ";10;1;90000\n" + thierache + ";1;1;\n",
			members: "siren;mobile-app;audit_quantity;subvention;nouveaux eleves\n" + caudresis + ";non;2;90000;11\n" + avesnois + ";;0;;0\n" + thierache + ";;0;90000;0\n",
			o:       Options{},
			want: `
members.csv:2:15: error[counts/part-above-whole]: audit_quantity: 2, more than schools (1)
members.csv:2:23: error[counts/part-above-whole]: new_pupils: 11, more than pupils (10)
counts.csv:3:16: error[counts/subsidy-above-gross]: the subsidy of 90000.00 euros is 89994.00 more than the gross contribution, which is 6.00
members.csv:4:14: error[counts/subsidy-above-gross]: the subsidy of 90000.00 euros is 89999.40 more than the gross contribution, which is 0.60
`,
		},
		{
			name: "a no and units, in two files", counts: "siren;eleves;ecoles;audit\n" + caudresis + ";10;2;non\n", members: "siren;audit_quantity\n" + caudresis + ";2\n",
			want: "members.csv:2:11: error[counts/refused-units]: audit: the row says no, and declares some (audit_quantity)\n",
		},
		{
			name: "a total is checked", counts: threeEPCIs, members: "siren;subvention\n" + caudresis + ";10\n" + avesnois + ";\nTOTAL;11\n",
			want: "members.csv:4:7: error[counts/total-mismatch]: subsidy: the TOTAL line says 11.00, the rows sum to 10.00 (1.00 less); mend the TOTAL line or the row at fault\n",
		},
		{
			name: "no header", counts: threeEPCIs, members: "nom\nCA\n",
			want: "members.csv:1: error[members/no-header]: no column \"siren\" in the first 50 lines; the file begins with \"nom\"; --members wants one row per member, under a header with siren\n",
		},
		{
			name: "no rows", counts: threeEPCIs, members: "siren;nom\n",
			want: "members.csv:1: error[counts/no-rows]: no EPCI below the header\n",
		},
		{
			name: "a column that is none", counts: threeEPCIs, members: "siren;Président;mobil-app\n" + caudresis + ";X;oui\n",
			want: `
members.csv:1:17: error[counts/misspelt-column]: unknown column "mobil-app": did you mean "mobile-app"?
members.csv:1: notice[counts/unknown-columns]: columns not read: Président
`,
		},
	} {
		tt.check(t)
	}
}

// The order and the names are the file's of members; what each declared is beside its
// counts; who is no member is left out.
func TestJoinMembers(t *testing.T) {
	table, got := together{
		counts:  "siren;nom;eleves;ecoles;mobile-app;exercice\n" + caudresis + ";CA;1000;10;;2026\n" + avesnois + ";B;20;2;oui;2026\n" + thierache + ";C;3;1;;2026\nTOTAL;;1023;;;\n",
		members: "siren;nom;mobile-app;audit_quantity;formations;subvention;population\n" + thierache + ";CC;oui;1;10,50;2;500\n" + caudresis + ";;non;0;;;70000\n",
	}.read(t)
	if got != "" {
		t.Fatal(got)
	}
	want := []pricing.Counts{
		{
			SIREN: thierache, Name: "CC", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 3, pricing.Schools: 1, "inhabitants": 500},
			Chosen: map[string]bool{"mobile-app": true}, Declared: map[string]pricing.Quantity{"audit": 1},
			Costs: map[string][]pricing.Cost{"training": {{Amount: 10_50}}}, Subsidies: []pricing.Subsidy{{Amount: 2_00}},
		},
		{
			SIREN: caudresis, Name: "CA", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10, "inhabitants": 70000},
			Chosen: map[string]bool{"mobile-app": false}, Declared: map[string]pricing.Quantity{"audit": 0},
		},
	}
	if diff := cmp.Diff(want, table.Rows); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	for i := range table.Inputs {
		table.Inputs[i].SHA256 = ""
	}
	inputs := []Input{
		{
			Role: CountsRole, Name: "counts.csv", Encoding: "utf-8", Delimiter: ";", Rows: 4, Kept: 2,
			LeftOut: []LeftOut{{Reason: NotAMember, Rows: 1}, {Reason: TotalLine, Rows: 1}},
		},
		{Role: MembersRole, Name: "members.csv", Encoding: "utf-8", Delimiter: ";", Rows: 2, Kept: 2},
	}
	if diff := cmp.Diff(inputs, table.Inputs); diff != "" {
		t.Errorf("inputs (-want +got)\n%s", diff)
	}
	for _, tt := range []struct {
		row         int
		field, want string
	}{
		{0, "", "counts.csv:4"},
		{0, "mobile-app", "members.csv:2:14"},
		{0, "subsidy", "members.csv:2:26"},
		{1, "mobile-app", "members.csv:3:12"},
		{1, "subsidy", "counts.csv:2"},
	} {
		if got := table.Place(tt.row, tt.field).String(); got != tt.want {
			t.Errorf("row %d, %q is at %s, want %s", tt.row, tt.field, got, tt.want)
		}
	}
}

// New pupils may be the members' file's to say.
func TestMembersGiveNew(t *testing.T) {
	table, got := together{counts: threeEPCIs, members: "siren;nouveaux eleves;nouvelles ecoles\n" + caudresis + ";7;1\n"}.read(t)
	if got != "" || !table.GivesNew || table.Rows[0].Of[pricing.NewPupils] != 7 {
		t.Errorf("%s%+v", got, table)
	}
}

// Members may choose, and costs and subsidies come, beside schools too.
func TestMembersOfSchools(t *testing.T) {
	table, got := together{
		counts:    "Numéro de l'école;Secteur;Code commune;Nombre total d'élèves\n0590001F;PUBLIC;59139;100\n0590002G;PUBLIC;59136;50\n0590003H;PUBLIC;59053;30\n",
		members:   "siren;nom;mobile-app\n" + thierache + ";;\n" + caudresis + ";Le Caudrésis;oui\n",
		costs:     "siren;part;montant\n" + caudresis + ";training;10\n200043321;training;5\n",
		subsidies: "code commune;montant\n59139;3\n59053;7\n",
	}.read(t)
	const notice = "costs.csv: notice[costs/not-a-member]: costs left out (1, 5.00 euros in all), as their EPCI is not in the run: 200043321 5.00 euros\n" +
		"subsidies.csv: notice[subsidies/not-a-member]: subsidies left out (1, 7.00 euros in all), as their EPCI is not in the run: Bavay (59053) 7.00 euros\n"
	if !strings.HasSuffix(got, notice) || strings.Contains(got, "error[") {
		t.Error(got)
	}
	of := func(pupils, schools pricing.Quantity) map[pricing.Basis]pricing.Quantity {
		return map[pricing.Basis]pricing.Quantity{pricing.Pupils: pupils, pricing.Schools: schools}
	}
	rows := []pricing.Counts{
		{SIREN: thierache, Name: "CA Maubeuge Val de Sambre", Of: of(0, 0)},
		{
			SIREN: caudresis, Name: "Le Caudrésis", Of: of(150, 2), Chosen: map[string]bool{"mobile-app": true},
			Costs: map[string][]pricing.Cost{"training": {{Amount: 10_00}}}, Subsidies: []pricing.Subsidy{{Amount: 3_00, From: "Caudry"}},
		},
	}
	if diff := cmp.Diff(rows, table.Rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// An --epci that is no member's and resembles none is told who the members are.
func TestNotAmongMembers(t *testing.T) {
	files := write(t, threeEPCIs, "siren\n"+thierache+"\n"+avesnois+"\n")
	_, _, err := read(t, Options{Files: files[:1], Members: files[1], EPCI: []string{caudresis}}, text.English)
	var u diag.Usage
	if !errors.As(err, &u) || u.Text.Hint(text.English) != "the members are "+avesnois+", "+thierache {
		t.Errorf("%v", err)
	}
}

// A file of members that is not there is the system's to refuse.
func TestMembersNotThere(t *testing.T) {
	_, _, err := read(t, Options{Files: write(t, threeEPCIs), Members: "none.csv"}, text.English)
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

// No input panics, and no row vanishes: each is a member, left out or has a fault.
func FuzzReadMembers(f *testing.F) {
	f.Add("siren;nom;mobile-app;audit_quantity;formations;subvention\n200030633;A;oui;1;1,5;2\n200042190;B;;0;;\nTOTAL;;;1;1,5;2\n", false)
	f.Add("titre\n\nSIREN,exercice\n200030633,2024\n200030633,2024\n20003063,x\n", false)
	f.Add("siren\n200030633\n215901398\n200043321\n", true)
	f.Add("siren;montant\n200030633;1\n\"", true)
	f.Fuzz(func(t *testing.T, data string, ofSchools bool) {
		counts := threeEPCIs
		if ofSchools {
			counts = "UAI;Secteur;Rentrée scolaire;Code commune;Nombre total d'élèves\n0590001F;PUBLIC;2026;59139;100\n"
		}
		files := write(t, counts, data)
		var found diag.List
		table, err := Read(Options{Files: files[:1], Members: files[1]}, tariffs(), pickFrom2026, &found)
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Inputs) < 2 {
			if found.Errors() == 0 {
				t.Error("the file was not read, and no fault says why")
			}
			return
		}
		in := table.Inputs[1]
		rows := in.Kept
		for _, l := range in.LeftOut {
			rows += l.Rows
		}
		if rows > in.Rows || rows < in.Rows && found.Errors() == 0 {
			t.Errorf("%d rows, %d accounted for", in.Rows, rows)
		}
	})
}
