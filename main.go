// Entcalc computes, itemises, explains and publishes what each member of a syndicat
// mixte owes for the schools' digital workspace.
package main

import (
	"context"
	_ "embed"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"golang.org/x/term"

	"github.com/entcalc/entcalc/cmd"
)

// rates are the tariffs that every run knows, Version 4 the default.
//
//go:embed rates.yaml
var rates []byte

func main() {
	os.Exit(cmd.Main(cmd.Process{
		Args:     os.Args[1:],
		In:       os.Stdin,
		Out:      os.Stdout,
		Err:      os.Stderr,
		Environ:  os.Environ(),
		Rates:    rates,
		Terminal: columns(os.Stdout),
		Watched:  term.IsTerminal(int(os.Stderr.Fd())),

		Interruptible: interruptible,
	}))
}

// interruptible takes the signals that ask the process to end, but for those that whoever
// started it wants to be ignored. A second one ends it at once.
func interruptible() (interrupted context.Context, stop context.CancelFunc) {
	signals := slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM}, signal.Ignored)
	if len(signals) == 0 { // none is all, to the library
		return context.WithCancel(context.Background())
	}
	interrupted, stop = signal.NotifyContext(context.Background(), signals...)
	context.AfterFunc(interrupted, stop)
	return interrupted, stop
}

// columns is how wide the terminal is that a file is; 0 for none.
func columns(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}
