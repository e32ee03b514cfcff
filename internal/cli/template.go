package cli

import (
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/inventory"
	"govfootprint/reports/workbook"
)

type templateOptions struct {
	app    *App
	output string
	empty  bool
}

func newTemplateCommand(app *App) *cobra.Command {
	opts := &templateOptions{app: app}
	cmd := &cobra.Command{
		Use:   "template -o FILE",
		Short: "Write an inventory to fill in",
		Long: `Writes an inventory with every column that is understood, a few sample rows to replace,
and, as a workbook, drop-downs and notes. Columns that you have nothing for can be deleted:
only category (or model) is needed, and quantity says how many alike there are.`,
		Example: `  govfootprint template -o inventory.xlsx`,
		Args:    nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := opts.writer(cmd)
			if err != nil {
				return err
			}
			return runTemplate(opts, write)
		},
	}
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "`FILE` to write: .xlsx, or .csv without drop-downs and notes; - for CSV on standard output")
	cmd.Flags().BoolVar(&opts.empty, "empty", false, "leave the sample rows out")
	return cmd
}

// writer returns what writes the template in the form that the file's name asks for.
func (opts *templateOptions) writer(cmd *cobra.Command) (func(io.Writer) error, error) {
	var rows []map[string]string
	if !opts.empty {
		rows = sampleRows(opts.app.texts.Label("template.department"))
	}
	columns := inventory.Template()
	switch extension := strings.ToLower(filepath.Ext(opts.output)); {
	case opts.output == "":
		return nil, usage(cmd, "template needs -o FILE, such as -o inventory.xlsx")
	case extension == ".xlsx":
		return func(w io.Writer) error {
			return workbook.WriteTemplate(w, columns, workbook.TemplateOptions{Language: opts.app.texts.Language(), Rows: rows})
		}, nil
	case extension == ".csv", opts.output == standardStream:
		return func(w io.Writer) error { return writeTemplateCSV(w, columns, rows) }, nil
	}
	return nil, usage(cmd, "-o %s: the name must end in .xlsx or .csv, which chooses the format", opts.output)
}

func runTemplate(opts *templateOptions, write func(io.Writer) error) error {
	if info, err := os.Stat(opts.output); err == nil && info.Mode().IsRegular() {
		return errorf("%s exists, and may hold somebody's inventory: choose another name with -o, or remove it first", opts.output)
	}
	if err := opts.app.write(opts.output, write); err != nil {
		return err
	}
	if opts.output != standardStream {
		opts.app.Streams.Messagef("wrote %s", opts.output)
		if !opts.empty {
			opts.app.Streams.Messagef("Replace its sample rows with yours, then: govfootprint assess %s", opts.output)
		}
	}
	return nil
}

func writeTemplateCSV(w io.Writer, columns []inventory.TemplateColumn, rows []map[string]string) error {
	out := csv.NewWriter(w)
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	_ = out.Write(names)
	for _, row := range rows {
		values := make([]string, len(names))
		for i, name := range names {
			values[i] = row[name]
		}
		_ = out.Write(values)
	}
	out.Flush()
	return out.Error()
}

// sampleRows show what an inventory looks like: counts of things alike, one
// device with its dates and measured electricity, a server with its parts.
func sampleRows(department string) []map[string]string {
	return []map[string]string{
		{"category": "laptop", "quantity": "120", "department": department, "hosting": "office", "acquired": "2022-09-01", "lifetime_years": "4"},
		{"category": "monitor", "quantity": "240", "department": department, "hosting": "office"},
		{"category": "smartphone", "quantity": "80", "department": department, "condition": "refurbished"},
		{"category": "printer", "quantity": "4", "department": department, "hosting": "office", "annual_kwh": "250", "quality": "high"},
		{"category": "server", "quantity": "2", "department": department, "hosting": "data_centre", "acquired": "2023-03-15"},
	}
}
