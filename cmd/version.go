package cmd

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:         "version",
		Short:       a.say(text.VersionShort()),
		Example:     "entcalc version",
		Args:        noArgs,
		Annotations: map[string]string{withoutSettings: "yes"},
		RunE: func(*cobra.Command, []string) error {
			return a.tellVersion()
		},
	}
}

// tellVersion also tells the day of the composition of EPCIs that is built in.
func (a *app) tellVersion() error {
	date, err := territory.EmbeddedDate()
	if err != nil {
		return err
	}
	return a.emit([]byte("entcalc " + version() + "\n" + a.say(text.BuiltInComposition(text.Day(date))) + "\n"))
}

// version is that of the build, and of Go.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version + " " + info.GoVersion
}
