// Command make-composition makes the table of communes and EPCIs that entcalc embeds:
//
//	make-composition v_mvtcommune_2024.csv composition.gz 6.0.0 5.3.0 … 0.5.1
//
// The arguments are INSEE's movements of communes, the file to write, and folders with the
// versions of the npm package @etalab/decoupage-administratif, the newest first: it gives
// the communes and the EPCIs, the others names, codes and EPCIs that were lost since.
// `make composition` fetches them and runs it.
//
// The table is text, compressed. Its sections begin with "=" and their name; a line has
// cells parted by tabs:
//
//	entcalc-composition/1  2026-01-01  source
//	=epcis                 SIREN  name
//	=lost                  SIREN  name  SIRENs that its communes have now, most communes first
//	=departments           code  name
//	=35                    code  name  number of the EPCI  SIREN, when it does not follow from the code
//	                       -code  name  codes by which it went on, the last one current
//
// A line that begins with a hyphen is a name that a commune had; without codes, it is
// that of the commune that still has the code. Same input, same bytes.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
)

// The state that the newest package gives, and how it is cited. A newer package comes with
// a new date here.
const (
	date   = "2026-01-01"
	source = "INSEE et DGCL, @etalab/decoupage-administratif 6.0.0"
)

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "make-composition: want the movements, the file to write, and folders of packages, newest first")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "make-composition:", err)
		os.Exit(1)
	}
}

func run(movementsFile, table string, folders []string) error {
	packages := make([]*state, len(folders))
	for i, folder := range folders {
		p, err := readPackage(folder)
		if err != nil {
			return err
		}
		packages[i] = p
	}
	movements, err := readMovements(movementsFile)
	if err != nil {
		return err
	}
	h := newHistory(packages[0], movements)
	var text bytes.Buffer
	write(&text, packages[0], h.formers(packages[1:]), lost(packages[0], packages[1:], h))
	return compress(table, text.Bytes())
}

func compress(name string, text []byte) error {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	z.Comment = date // for territory.EmbeddedDate
	if _, err := z.Write(text); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, packed.Bytes(), 0o644)
}
