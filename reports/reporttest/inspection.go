package reporttest

import (
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
	"govfootprint/reports"
)

// SampleInspection returns an inspection with something of everything: sheets
// that are read and not, columns of each kind, questions, problems, texts that
// would move the cursor.
func SampleInspection() *reports.Inspection {
	units := decimal.NewFromInt
	problem := inventory.Problem{
		Code: inventory.CodeDateInvalid, Severity: inventory.Rejected, File: "stock.xlsx", Sheet: "2025", Row: 12, Column: "Gekauft", Value: "31.02.2021",
	}
	refused := inventory.Problem{Code: inventory.CodeFileType, Severity: inventory.Rejected, File: "scan.pdf", Args: []string{"pdf"}}
	return &reports.Inspection{
		Period: inventory.Period{Start: inventory.NewDate(2025, 1, 1), End: inventory.NewDate(2025, 12, 31)},
		Rows: reports.Rows{
			Read: 1250, Assessed: 1200, Unrecognised: 12, Excluded: 49, Rejected: 1,
			Exclusions: []reports.Reason{{Code: inventory.CodeConsumable, Rows: 49}},
			Rejections: []reports.Reason{{Code: inventory.CodeDateInvalid, Rows: 1}},
		},
		Units: units(12345),
		Files: []inventory.FileInfo{
			{Name: "stock.xlsx", Format: "xlsx", Size: 4711, Sheets: []inventory.SheetInfo{
				{Name: "Notes", Why: string(inventory.CodeHeaderMissing)},
				{Name: "Old", Why: "hidden"},
				{
					Name: "2025", Layout: "jamf", HeaderRow: 4, Rows: 1250, Assessed: 1200, Unrecognised: 12, Excluded: 49, Rejected: 1, Missing: []string{"country", "quantity"},
					Columns: []inventory.ColumnInfo{
						{Header: "Gekauft", Field: "acquired", How: "header", Filled: 1249, Values: inventory.Dates, Distinct: 40, Samples: []string{"12.03.2022"}},
						{Header: "RAM \x1b[31m", Field: "memory_gb", How: "content", Unit: "MB", Filled: 3, Values: inventory.WholeNumbers, Distinct: 2, Samples: []string{"16384", "8192"}},
						{Header: "Model", Field: "model", How: "layout", Filled: 1250, Values: inventory.Texts, Distinct: 1000, Samples: []string{"MacBook Pro (14-inch, 2021) with a name that goes on and on", "iPad"}},
						{Header: "Geliefert", Why: "duplicate", How: "header", Means: "acquired", Instead: "Gekauft", Filled: 12},
						{Header: "Received", Field: "acquired_proxy", How: "header", Filled: 90, Values: inventory.Dates, Distinct: 30, Samples: []string{"2022-03-20"}},
						{Header: "User", Why: "personal", How: "header", Filled: 1000},
						{Header: "Serial", Why: "identifier", How: "header", Filled: 1000},
						{Header: "Weight of the parcel in which it came", Why: "unknown", Filled: 600, Values: inventory.Numbers, Distinct: 77},
						{Header: "Blank", Why: "unknown"},
						{Why: "empty"},
						{Field: "category", How: "constant", Samples: []string{"laptop"}},
					},
				},
			}},
			{Name: "scan.pdf", Refused: true, Size: 12},
		},
		Levels: []reports.Level{
			{Key: reports.ToModel, Units: units(12000), Rows: 1100, Examples: []string{"apple macbook pro", "dell latitude 5420"}},
			{Key: reports.ToNothing, Units: units(345), Rows: 100},
		},
		Kinds: []reports.Kind{{Category: "laptop", Units: units(12000), Rows: 1100}},
		Questions: inventory.Questions{All: []*inventory.Question{
			{Kind: inventory.AskCategory, Text: "Rechenknecht", Rows: 9, Units: inventory.CountTally(300)},
			{Kind: inventory.AskModel, Manufacturer: "Acme", Text: "Q1", Rows: 2, Units: inventory.CountTally(45), Suggestion: "tablet"},
			{Kind: inventory.AskWord, Field: "status", Text: "In Gebrauch", Rows: 1, Units: inventory.CountTally(1), Suggestion: "in_service"},
		}},
		Problems: reports.Problems{
			Items: []inventory.Problem{problem, refused},
			Counts: []reports.ProblemCount{
				{Code: problem.Code, Severity: problem.Severity, Count: 1, Rows: 1, Example: problem},
				{Code: refused.Code, Severity: refused.Severity, Count: 1, Example: refused},
			},
			Total: 2,
		},
	}
}
