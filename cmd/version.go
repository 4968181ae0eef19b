package cmd

import (
	"runtime/debug"

	"github.com/spf13/cobra"

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
			version, toolchain := "(devel)", ""
			if info, ok := debug.ReadBuildInfo(); ok {
				toolchain = info.GoVersion
				if info.Main.Version != "" {
					version = info.Main.Version
				}
			}
			return a.emit([]byte("entcalc " + version + " " + toolchain + "\n"))
		},
	}
}
