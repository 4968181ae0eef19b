package counts

import (
	"strings"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// votedBy gives what was voted for each row, blank for nothing.
func votedBy(rows []pricing.Counts) string {
	var all []string
	for i := range rows {
		said := "-"
		if v := rows[i].Voted; v != nil {
			said = v.String()
		}
		all = append(all, said)
	}
	return strings.Join(all, " ")
}

// A blank is not 0: nothing else was voted. The column has the names that people give it.
func TestReadVoted(t *testing.T) {
	rows := caudresis + ";1000;1 500,00\n" + avesnois + ";20;\n" + thierache + ";3;0\n"
	for _, header := range []string{"voted", "Voté", "VOTE", "Montant voté (€)", "Contribution votée", "montants votés"} {
		table, got := together{counts: "siren;eleves;" + header + "\n" + rows + "TOTAL;1023;1500\n"}.read(t)
		if got != "" || votedBy(table.Rows) != "1500.00 - 0.00" {
			t.Errorf("%s: %s %s", header, votedBy(table.Rows), got)
		}
	}
}

func TestVotedCells(t *testing.T) {
	rows := caudresis + ";1000;1500,00\n" + avesnois + ";20;\n"
	for _, tt := range []together{
		{name: "notes are not voted", counts: "siren;eleves;Notes\n" + rows, want: "counts.csv:1: notice[counts/unknown-columns]: columns not read: Notes\n"},
		{
			name: "misspelt", counts: "siren;eleves;montan voté\n" + rows,
			want: "counts.csv:1:14: error[counts/misspelt-column]: unknown column \"montan voté\": did you mean \"montant voté\"?\n",
		},
		{
			name: "in two columns", counts: "siren;eleves;voted;voté\n" + caudresis + ";1000;1;1\n",
			want: "counts.csv:1:20: error[counts/two-columns]: \"voté\" reads as voted, which the column at counts.csv:1:14 already gives; take one of them away, or choose with --map voted=Header\n",
		},
		{
			name: "not euros", counts: "siren;eleves;voté\n" + caudresis + ";1000;1.234\n" + avesnois + ";20;-5\n",
			want: `
counts.csv:2:16: error[counts/ambiguous-euros]: voted: "1.234" reads two ways, 1234 euros or three decimals; write 1234, or at most two decimals
counts.csv:3:14: error[counts/negative-euros]: voted: "-5": a negative amount is not allowed; write it without a sign: 5
`,
		},
		{
			name: "a total is that of what was voted", counts: "siren;eleves;voté\n" + rows + "TOTAL;1020;1520\n",
			want: "counts.csv:4:12: error[counts/total-mismatch]: voted: the TOTAL line says 1520.00, the rows sum to 1500.00 (20.00 less); mend the TOTAL line or the row at fault\n",
		},
		{
			name: "in both files, for one EPCI", counts: "siren;eleves;voté\n" + rows,
			members: "siren;montant voté\n" + avesnois + ";7\n" + caudresis + ";1500\n",
			want:    "members.csv:3:11: error[members/said-twice]: voted: already given at counts.csv:2:16 for this EPCI; keep one of the two\n",
		},
	} {
		tt.check(t)
	}
}

// The file of members says it too, of counts and of schools.
func TestVotedOfMembers(t *testing.T) {
	members := "siren;voté\n" + thierache + ";0\n" + caudresis + ";20\n" + avesnois + ";\n"
	table, got := together{counts: "siren;eleves;voté\n" + caudresis + ";1000;\n" + avesnois + ";20;9,5\n" + thierache + ";3;\n", members: members}.read(t)
	if got != "" || votedBy(table.Rows) != "0.00 20.00 9.50" {
		t.Errorf("%s %s", votedBy(table.Rows), got)
	}
	schools := "Numéro de l'école;Secteur;Code commune;Nombre total d'élèves\n0590001F;PUBLIC;59139;100\n"
	table, got = together{counts: schools, members: "siren;voté\n" + caudresis + ";20\n"}.read(t)
	if strings.Contains(got, "error[") || votedBy(table.Rows) != "20.00" {
		t.Errorf("%s %s", votedBy(table.Rows), got)
	}
	_, got = together{counts: strings.Replace(schools, "Secteur", "Voté", 1)}.read(t)
	if !strings.Contains(got, "counts.csv:1:19: error[schools/column-of-members]") {
		t.Error(got)
	}
}
