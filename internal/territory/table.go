package territory

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
)

// composition is the table, of all France; make-composition says what is in it.
//
//go:embed composition.gz
var composition []byte

// TableHeader begins the table that make-composition writes; the date and the source
// follow.
const TableHeader = "entcalc-composition/1"

var errTable = errors.New("the embedded composition is not what this program reads")

// EmbeddedDate is the day of the composition that the program carries. The table says
// it ahead of what is packed, for those who ask for nothing else.
func EmbeddedDate() (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(composition))
	if err != nil {
		return "", fmt.Errorf("%w: %w", errTable, err)
	}
	return z.Comment, nil
}

// Embedded reads the composition that the program carries. It is not kept: the caller
// does. An error means that the program was built with a table that is not its own.
func Embedded() (*Composition, error) {
	z, err := gzip.NewReader(bytes.NewReader(composition))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errTable, err)
	}
	var text strings.Builder
	text.Grow(4 * len(composition))
	if _, err := io.Copy(&text, z); err != nil {
		return nil, fmt.Errorf("%w: %w", errTable, err)
	}
	c, err := readTable(text.String())
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(composition)
	c.about.SHA256 = hex.EncodeToString(sum[:])
	return c, nil
}

// readTable takes the table's sections apart: each begins with "=" and its name, and has
// a line per entry, of cells parted by tabs. The blocks of communes stay unread.
func readTable(table string) (*Composition, error) {
	head, rest, _ := strings.Cut(table, "\n=")
	cells := strings.Split(head, "\t")
	if len(cells) != 3 || cells[0] != TableHeader {
		return nil, errTable
	}
	c := &Composition{about: About{Date: cells[1], Source: cells[2]}}
	for rest != "" {
		end := strings.Index(rest, "\n=") + 1
		section, after := rest, ""
		if end > 0 {
			section, after = rest[:end], rest[end+1:]
		}
		rest = after
		name, lines, _ := strings.Cut(section, "\n")
		switch name {
		case "epcis":
			for line := range strings.Lines(lines) {
				siren, name, _ := strings.Cut(line[:len(line)-1], "\t")
				c.epcis = append(c.epcis, EPCI{SIREN: siren, Name: name})
			}
		case "lost":
			c.readLost(lines)
		case "departments":
			for line := range strings.Lines(lines) {
				code, name, _ := strings.Cut(line[:len(line)-1], "\t")
				c.departments = append(c.departments, department{code, name, string(fold(nil, name))})
			}
		default:
			c.blocks = append(c.blocks, &block{prefix: name, lines: lines, epcis: c.epcis})
		}
	}
	return c, nil
}

// readLost reads the EPCIs that no longer exist: SIREN, name, successors parted by spaces.
func (c *Composition) readLost(lines string) {
	for line := range strings.Lines(lines) {
		siren, rest, _ := strings.Cut(line[:len(line)-1], "\t")
		name, successors, _ := strings.Cut(rest, "\t")
		lost := lostEPCI{siren: siren, name: name}
		for siren := range strings.FieldsSeq(successors) {
			if e := c.EPCIBySIREN(siren); e != nil {
				lost.successors = append(lost.successors, e)
			}
		}
		c.lost = append(c.lost, lost)
	}
}
