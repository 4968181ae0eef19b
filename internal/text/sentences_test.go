package text_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every sentence of the package is in both languages, says the same facts in each, and is
// typeset as its language wants.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	sentences := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found, wrong := checkSentences(t, name, string(source))
		sentences += found
		for _, w := range wrong {
			t.Error(w)
		}
	}
	if sentences < 3 {
		t.Errorf("%d sentences found: the test no longer sees them", sentences)
	}
}

// The check itself sees what it is there for.
func TestCheckSentences(t *testing.T) {
	for _, tt := range []struct{ body, want string }{
		{`return say("a/b", "fait\u00a0: "+x, "done: "+x)`, ""},
		{`return say("a/b", fmt.Sprintf("%d\u00a0%% de %s", n, x), fmt.Sprintf("%d%% of %s", n, x))`, ""},
		{`fr, en := "un "+x, "one "+x; return say("a/b", fr, en).todo("faire", "do")`, ""},
		{`return Phrase{}`, ""},
		{`return Phrase{"de " + xFR, "of " + xEN}`, ""},
		{`return say("a/b", "fait", "")`, "blank"},
		{`return say("a/b", "fait", "done").todo(" ", "do")`, "blank"},
		{`return Phrase{FR: "fait"}`, "one language"},
		{`return Phrase{"fait", ""}`, "blank"},
		{`return say(x, "fait", "done")`, "code"},
		{`return say("Done", "fait", "done")`, "code"},
		{`return say("a/b", fmt.Sprintf("%s %d", x, n), fmt.Sprintf("%s", x))`, "other arguments"},
		{`en := "one"; if n > 1 { en += x }; return say("a/b", "un", en)`, "other arguments"},
		{`return Phrase{"fait : " + x, "done: " + x}`, "no-break"},
		{`return Phrase{"« fait\u00a0»", "done"}`, "no-break"},
		{`return Phrase{"«\u00a0fait »", "done"}`, "no-break"},
		{`return Phrase{fmt.Sprintf("%d %%", n), fmt.Sprintf("%d%%", n)}`, "no-break"},
		{`return Phrase{"5 % de plus", "5% more"}`, "no-break"},
		{`return Phrase{"«fait»", "done"}`, "no-break"},
		{`return Phrase{"\"fait\"", "done"}`, "quotes"},
		{`return Phrase{fmt.Sprintf("%q", x), fmt.Sprintf("%q", x)}`, "quotes"},
	} {
		source := "package text\nfunc F(x, xFR, xEN string, n int) any { " + tt.body + " }"
		_, wrong := checkSentences(t, "f.go", source)
		got := strings.Join(wrong, "\n")
		if (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s\nfound %q, want %q", tt.body, got, tt.want)
		}
	}
}

// checkSentences counts the sentences of a file and tells what is wrong with them.
func checkSentences(t *testing.T, name, source string) (sentences int, wrong []string) {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	report := func(at token.Pos, format string, args ...any) {
		wrong = append(wrong, files.Position(at).String()+": "+fmt.Sprintf(format, args...))
	}
	space := badSpace()
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if bad := space.FindString(value(lit)); bad != "" {
				report(lit.Pos(), "%q wants a no-break space (U+00A0)", bad)
			}
		}
		return true
	})
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil || machinery()[f.Name.Name] {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			fr, en, ok := pair(n, report)
			if ok {
				sentences++
				checkPair(f, fr, en, report)
			}
			return true
		})
	}
	return sentences, wrong
}

// machinery names the functions that carry sentences and say none.
func machinery() map[string]bool { return map[string]bool{"say": true, "todo": true} }

// pair gives the two languages of a sentence, if n is one: say(code, fr, en),
// .todo(fr, en) or a Phrase.
func pair(n ast.Node, report func(token.Pos, string, ...any)) (fr, en ast.Expr, ok bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		switch fun := n.Fun.(type) {
		case *ast.Ident:
			if fun.Name == "say" && len(n.Args) == 3 {
				code, ok := n.Args[0].(*ast.BasicLit)
				if !ok || !regexp.MustCompile(`^[a-z-]+/[a-z0-9-]+$`).MatchString(value(code)) {
					report(n.Pos(), "the code is not a literal of the form area/what")
				}
				return n.Args[1], n.Args[2], true
			}
		case *ast.SelectorExpr:
			if fun.Sel.Name == "todo" && len(n.Args) == 2 {
				return n.Args[0], n.Args[1], true
			}
		}
	case *ast.CompositeLit:
		if kind, ok := n.Type.(*ast.Ident); !ok || kind.Name != "Phrase" || len(n.Elts) == 0 {
			return nil, nil, false // Phrase{} says that there is nothing to say
		}
		if len(n.Elts) != 2 {
			report(n.Pos(), "a phrase in one language")
			return nil, nil, false
		}
		return element(n.Elts[0]), element(n.Elts[1]), true
	}
	return nil, nil, false
}

// element is what an element of a composite literal holds, its key aside.
func element(e ast.Expr) ast.Expr {
	if kv, ok := e.(*ast.KeyValueExpr); ok {
		return kv.Value
	}
	return e
}

func checkPair(f *ast.FuncDecl, fr, en ast.Expr, report func(token.Pos, string, ...any)) {
	for _, side := range []ast.Expr{fr, en} {
		if lit, ok := side.(*ast.BasicLit); ok && strings.TrimSpace(value(lit)) == "" {
			report(side.Pos(), "blank")
		}
	}
	french, english := partsOf(f, fr), partsOf(f, en)
	if !maps.Equal(french.params, english.params) {
		report(fr.Pos(), "French and English use other arguments: %q and %q",
			slices.Sorted(maps.Keys(french.params)), slices.Sorted(maps.Keys(english.params)))
	}
	for _, lit := range french.literals {
		if s := value(lit); straightQuotes().MatchString(s) {
			report(lit.Pos(), "French quotes are « and »: %s", s)
		}
	}
}

// parts are what the words of one language are made of.
type parts struct {
	literals []*ast.BasicLit
	params   map[string]bool // of the function, used directly or through its variables; eurosFR and eurosEN are one
}

// partsOf follows an expression through the variables of its function.
func partsOf(f *ast.FuncDecl, from ast.Expr) parts {
	p := parts{params: map[string]bool{}}
	seen := map[string]bool{}
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr: // of a.b, a may be a parameter; b is a name of another kind
				walk(n.X)
				return false
			case *ast.BasicLit:
				if n.Kind == token.STRING {
					p.literals = append(p.literals, n)
				}
			case *ast.Ident:
				if isParam(f, n.Name) {
					p.params[strings.TrimSuffix(strings.TrimSuffix(n.Name, "FR"), "EN")] = true
				} else if !seen[n.Name] {
					seen[n.Name] = true
					for _, given := range assigned(f, n.Name) {
						walk(given)
					}
				}
			}
			return true
		})
	}
	walk(from)
	return p
}

func isParam(f *ast.FuncDecl, name string) bool {
	for _, field := range f.Type.Params.List {
		for _, n := range field.Names {
			if n.Name == name {
				return true
			}
		}
	}
	return false
}

// assigned gives every expression that a variable of f is given.
func assigned(f *ast.FuncDecl, name string) []ast.Expr {
	var given []ast.Expr
	ast.Inspect(f, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok {
			for i, to := range a.Lhs {
				if id, ok := to.(*ast.Ident); ok && id.Name == name {
					given = append(given, a.Rhs[min(i, len(a.Rhs)-1)])
				}
			}
		}
		return true
	})
	return given
}

// badSpace finds an ordinary space, or none, where French wants one that does not break.
// English has no space there at all. A percent sign stands as %% in formats.
func badSpace() *regexp.Regexp {
	return regexp.MustCompile(`.? ([:;!?»€]|%%|%[ .,;:)»]|%$)|«([^\x{a0}]|$)|([^\x{a0}]|^)»`)
}

// straightQuotes finds words between straight quotes; the character alone may be talked of.
func straightQuotes() *regexp.Regexp {
	return regexp.MustCompile(`%q|"[\pL\pN%]|[\pL\pN]"`)
}

func value(lit *ast.BasicLit) string {
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return lit.Value
	}
	return s
}
