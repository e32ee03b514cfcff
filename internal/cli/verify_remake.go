package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/internal/config"
	"govfootprint/internal/verify"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// remake makes a report again from its manifest.
type remake struct {
	app      *App
	opts     *verifyOptions
	manifest *verify.Manifest

	settings *config.Settings
	changed  bool             // whether an input, pack or mapping is not the one of the report
	notes    []wording.Phrase // about what is not the same any more
}

// maker names the program that made the report.
func (r *remake) maker() string {
	return strings.TrimSpace(r.manifest.Program + " " + r.manifest.Version)
}

// other says that something is not what the report was made from.
func (r *remake) other(format string, args ...any) {
	r.changed = true
	r.notes = append(r.notes, wording.Phrasef(format, args...))
}

// report does everything again that made the report, with what is there now.
func (r *remake) report(ctx context.Context) (*reports.Report, error) {
	if err := r.restore(); err != nil {
		return nil, err
	}
	in, err := r.inputs(ctx)
	if err != nil {
		return nil, err
	}
	method, err := methodOf(r.settings)
	if err != nil {
		return nil, err
	}
	beside, err := r.reporting()
	if err != nil {
		return nil, err
	}
	library, err := r.library()
	if err != nil {
		return nil, err
	}
	silent := *r.app // what reading has to say was said when the report was made
	silent.Streams = &Streams{In: r.app.Streams.In, Out: io.Discard, Err: io.Discard}
	read, err := silent.read(ctx, r.settings, in, telling{brief: true, items: true})
	if err != nil {
		return nil, err
	}
	r.checkMappings(read.mapping)
	r.checkInputs(read.result.Files)
	assessment, err := calc.Assess(ctx, read.result.Estate, library, method)
	if err != nil {
		return nil, err
	}
	simulated := assessed{settings: r.settings, assessment: assessment}
	if err := simulated.simulate(ctx); err != nil {
		return nil, err
	}
	return reports.New(reports.Input{ //nolint:contextcheck // as in report
		Assessment: assessment, Reading: read.result, Reporting: beside.Reporting, Uncertainty: simulated.uncertain,
		Organisation: r.settings.Organisation,
		Program:      r.manifest.Program, Version: r.manifest.Version, Options: r.options(),
	})
}

// reporting is what the settings of the report say beside its assessment.
func (r *remake) reporting() (reporting, error) {
	then := r.filesOf(config.Aims)
	switch {
	case r.opts.aims != "":
		r.settings.Aims = r.opts.aims
	case len(then) > 0:
		r.settings.Aims = then[0].path
		if _, err := os.Stat(then[0].path); errors.Is(err, fs.ErrNotExist) {
			return reporting{}, errorf("its file of aims %s is not there; --aims says where it is now", then[0].path)
		}
	}
	beside, err := reportingOf(r.settings)
	if err != nil {
		return beside, err
	}
	for i, now := range inManifest(beside.aims) {
		if i >= len(then) {
			r.other("%s: the report was made without this file of aims", now.path)
		} else if now.sum != then[i].sum {
			r.other("%s: is not the file of aims that the report was made with (SHA-256 %s, then %s)", now.path, short(now.sum), short(then[i].sum))
		}
	}
	return beside, nil
}

// restore reads the settings of the report.
func (r *remake) restore() error {
	stated := make([]config.Stated, len(r.manifest.Options))
	for i, o := range r.manifest.Options {
		stated[i] = config.Stated{Name: o.Key, Value: o.Value}
	}
	var err error
	if r.settings, err = config.Restore(r.opts.report, stated); err != nil {
		return err
	}
	r.settings.Quiet = true
	if len(r.opts.factors) > 0 {
		r.settings.Factors = r.opts.factors
	}
	r.settings.Mappings = nil
	for _, m := range r.mappings() {
		r.settings.Mappings = append(r.settings.Mappings, m.path)
	}
	if len(r.opts.mappings) > 0 {
		r.settings.Mappings = r.opts.mappings
	}
	return nil
}

// options are those of the report, as they stand in it.
func (r *remake) options() []reports.Option {
	options := make([]reports.Option, len(r.manifest.Options))
	for i, o := range r.manifest.Options {
		options[i] = reports.Option{Key: o.Key, Value: o.Value, Origin: o.Origin}
	}
	return options
}

// A file as manifests name it, see [mappings.String].
var fileInManifest = regexp.MustCompile(`(.+?) \(SHA-256 ([0-9a-f]{64})\)(?:, |$)`)

// mappings are the mapping files of the report.
func (r *remake) mappings() []mappingFile { return r.filesOf(config.Mapping) }

// filesOf are the files that a setting of the report names.
func (r *remake) filesOf(key string) []mappingFile {
	var list []mappingFile
	for _, o := range r.manifest.Options {
		if o.Key == key {
			list = append(list, inManifest(o.Value)...)
		}
	}
	return list
}

func inManifest(value string) []mappingFile {
	var list []mappingFile
	for _, m := range fileInManifest.FindAllStringSubmatch(value, -1) {
		list = append(list, mappingFile{path: m[1], sum: m[2]})
	}
	return list
}

func (r *remake) checkMappings(now *mappings) {
	then := r.mappings()
	for i, m := range now.files {
		if i >= len(then) {
			r.other("%s: the report was made without this mapping", m.path)
		} else if m.sum != then[i].sum {
			r.other("%s: is not the mapping that the report was made with (SHA-256 %s, then %s)", m.path, short(m.sum), short(then[i].sum))
		}
	}
	for _, m := range then[min(len(now.files), len(then)):] {
		r.other("%s: the report was made with this mapping; name it with --mapping", m.path)
	}
}

// library is that of the report: each pack by its version, those of the program
// from the program, the others from their folders.
func (r *remake) library() (*factors.Library, error) {
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, err
	}
	own, err := r.app.ownPacks(r.settings)
	if err != nil {
		return nil, errorf("%w\n--factors says where the packs of the report are now", err)
	}
	var shipped, added []*factors.Pack
	for _, want := range r.manifest.Packs {
		is := func(p *factors.Pack) bool { return p.Ref() == want.Ref }
		var pack *factors.Pack
		if i := slices.IndexFunc(own, is); i >= 0 {
			pack = own[i]
			added = append(added, pack)
		} else if i := slices.IndexFunc(available, is); i >= 0 {
			pack = available[i]
			shipped = append(shipped, pack)
		} else {
			return nil, errorf("it was made with the factor pack %s, which this program does not have; give its folder with --factors, or use the version that made the report (%s)", want.Ref, r.maker())
		}
		if hash := strings.TrimPrefix(pack.Hash(), "sha256:"); hash != want.SHA256 {
			r.other("%s: is not the factor pack that the report was made with (SHA-256 %s, then %s)", want.Ref, short(hash), short(want.SHA256))
		}
	}
	library, err := factors.NewLibrary(shipped...)
	if err != nil {
		return nil, err
	}
	return library.With(added...)
}

// inputs opens the files under the names and in the order that the report has
// them in. A file that was renamed since is known by what it holds, and one that was
// changed as well by the end of its name.
func (r *remake) inputs(ctx context.Context) (*inputs, error) {
	in, err := r.app.openInputs(r.opts.files, nil)
	if err != nil {
		return nil, err
	}
	var (
		at    = make([]int, len(in.sources)) // places in the report
		taken = make(map[int]bool)
		holds = &contents{ctx: ctx, sums: make(map[int]string)}
	)
	for i := range in.sources {
		at[i] = -1
	}
	for _, same := range []func(verify.Input, int, inventory.Source) bool{sameName, holds.same, sameBase} {
		for i, source := range in.sources {
			for n, input := range r.manifest.Inputs {
				if at[i] < 0 && !taken[n] && same(input, i, source) {
					at[i], taken[n] = n, true
					in.sources[i].Name = archiveOf(input.Name, source.Name)
				}
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i, source := range in.sources {
		if at[i] < 0 {
			return nil, errorf("%s is none of its inputs, which are %s", source.Name, someOf(r.inputNames()))
		}
	}
	for n, input := range r.manifest.Inputs {
		archived := slices.ContainsFunc(in.sources, func(s inventory.Source) bool { return strings.HasPrefix(input.Name, s.Name+"/") })
		if !taken[n] && !archived {
			return nil, errorf("its input %s is not given; name it on the command line", input.Name)
		}
	}
	order := make([]int, len(at))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return at[i] - at[j] })
	sources := make([]inventory.Source, len(order))
	for i, from := range order {
		sources[i] = in.sources[from]
	}
	in.sources = sources
	return in, nil
}

func (r *remake) inputNames() []string {
	names := make([]string, len(r.manifest.Inputs))
	for i, input := range r.manifest.Inputs {
		names[i] = input.Name
	}
	return names
}

// sameName and sameBase report whether a file is by its name an input of the report,
// or the archive that holds one.
func sameName(input verify.Input, _ int, source inventory.Source) bool {
	return input.Name == source.Name || strings.HasPrefix(input.Name, source.Name+"/")
}

func sameBase(input verify.Input, _ int, source inventory.Source) bool {
	base := filepath.Base(source.Name)
	return path.Base(filepath.ToSlash(input.Name)) == base || strings.Contains("/"+input.Name, "/"+base+"/")
}

// contents are the hashes of files by their places, each worked out when it is first
// asked for.
type contents struct {
	ctx  context.Context //nolint:containedctx // lives as long as one call
	sums map[int]string
}

// same reports whether a file holds the same bytes as an input of the report.
func (c *contents) same(input verify.Input, i int, source inventory.Source) bool {
	sum, ok := c.sums[i]
	if !ok {
		sum = c.sum(source)
		c.sums[i] = sum
	}
	return sum != "" && sum == input.SHA256
}

// sum is the hash of a file, empty where it cannot be read: reading it says why.
func (c *contents) sum(source inventory.Source) string {
	file, err := source.Open()
	if err != nil {
		return ""
	}
	defer file.Close()
	sum := sha256.New()
	const piece = 1 << 20
	for {
		if c.ctx.Err() != nil {
			return ""
		}
		switch _, err := io.CopyN(sum, file, piece); {
		case errors.Is(err, io.EOF):
			return hex.EncodeToString(sum.Sum(nil))
		case err != nil:
			return ""
		}
	}
}

// archiveOf returns what the report calls a file: the name of the input, or
// as much of it as names the archive that holds it.
func archiveOf(input, file string) string {
	base := filepath.Base(file)
	if before, _, inside := strings.Cut("/"+input, "/"+base+"/"); inside {
		return strings.TrimPrefix(before+"/"+base, "/")
	}
	return input
}

// checkInputs compares what was read with what the report says it was made from.
func (r *remake) checkInputs(read []inventory.FileInfo) {
	seen := make(map[string]bool)
	for _, now := range read {
		seen[now.Name] = true
		i := slices.IndexFunc(r.manifest.Inputs, func(input verify.Input) bool { return input.Name == now.Name })
		if i < 0 {
			r.other("%s: is no input of the report", now.Name)
			continue
		}
		if then := r.manifest.Inputs[i]; then.SHA256 != now.SHA256 {
			var rows int64
			for _, sheet := range now.Sheets {
				rows += sheet.Rows
			}
			r.other("%s: was changed since: %s now, %s in the report (SHA-256 %s, then %s)", now.Name, count(rows, "row", "rows"), then.Rows, short(now.SHA256), short(then.SHA256))
		}
	}
	for _, then := range r.manifest.Inputs {
		if !seen[then.Name] {
			r.other("%s: an input of the report that is not there any more", then.Name)
		}
	}
}

// short returns as much of a hash as tells two apart for people.
func short(hash string) string { return hash[:min(12, len(hash))] }
