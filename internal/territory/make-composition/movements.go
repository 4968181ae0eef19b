package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
)

// A movement is a line of INSEE's file: a commune before (AV) and after (AP) an event.
type movement struct {
	kind                        string // MOD: 10 change of name, 21 re-establishment, 32 commune nouvelle…
	date                        string
	typeBefore, before, oldName string // COM is a commune; COMA, COMD, ARM a part of one
	typeAfter, after, newName   string
}

// readMovements reads INSEE's file, oldest first.
func readMovements(name string) ([]movement, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	const columns = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP"
	if len(rows) == 0 || strings.Join(rows[0], ",") != columns {
		return nil, fmt.Errorf("%s: the columns are not %s", name, columns)
	}
	movements := make([]movement, 0, len(rows))
	for _, r := range rows[1:] {
		movements = append(movements, movement{
			kind: r[0], date: r[1],
			typeBefore: r[2], before: r[3], oldName: r[7],
			typeAfter: r[8], after: r[9], newName: r[13],
		})
	}
	slices.SortStableFunc(movements, func(a, b movement) int { return strings.Compare(a.date, b.date) })
	return movements, nil
}
