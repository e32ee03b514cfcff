package factors

import (
	"maps"
	"slices"
)

// Code names a kind of issue, so that scripts can tell them apart and a
// program can word them in any language.
type Code string

// Codes of issues found while loading.
const (
	NotAFolder        Code = "pack-folder"
	PackFileMissing   Code = "pack-file-missing"
	NoTables          Code = "pack-without-tables"
	UnexpectedFile    Code = "unexpected-file"
	FileTooLarge      Code = "file-too-large"
	FileUnreadable    Code = "file-unreadable"
	NotText           Code = "not-utf8"
	TooManyIssues     Code = "too-many-issues"
	TooManyFiles      Code = "too-many-files"
	TooManyRows       Code = "too-many-rows"
	YAMLSyntax        Code = "yaml-syntax"
	YAMLFeature       Code = "yaml-feature"
	YAMLShape         Code = "yaml-shape"
	KeyUnknown        Code = "key-unknown"
	KeyDuplicate      Code = "key-duplicate"
	KeyMissing        Code = "key-missing"
	NameInvalid       Code = "name-invalid"
	VersionInvalid    Code = "version-invalid"
	DateInvalid       Code = "date-invalid"
	LayerInvalid      Code = "layer-invalid"
	SourceDuplicate   Code = "source-duplicate"
	HeaderInvalid     Code = "header-invalid"
	HeaderSeparator   Code = "header-separator"
	CSVSyntax         Code = "csv-syntax"
	RowLength         Code = "row-length"
	RowEmpty          Code = "row-empty"
	CellSpace         Code = "cell-space"
	CellEmpty         Code = "cell-empty"
	CellNotEmpty      Code = "cell-not-empty"
	CellText          Code = "cell-text"
	IDInvalid         Code = "id-invalid"
	IDDuplicate       Code = "id-duplicate"
	SubjectInvalid    Code = "subject-invalid"
	PropertyUnknown   Code = "property-unknown"
	StageInvalid      Code = "stage-invalid"
	StageMismatch     Code = "stage-mismatch"
	ImpactInvalid     Code = "impact-invalid"
	ImpactDerived     Code = "impact-derived"
	PlaceUnknown      Code = "place-unknown"
	YearInvalid       Code = "year-invalid"
	NumberInvalid     Code = "number-invalid"
	NumberOutOfRange  Code = "number-out-of-range"
	UnitUnknown       Code = "unit-unknown"
	UnitMismatch      Code = "unit-mismatch"
	UnitDenominator   Code = "unit-denominator"
	ShapeUnknown      Code = "distribution-unknown"
	SourceUnknown     Code = "source-unknown"
	QualityInvalid    Code = "quality-invalid"
	QualityMissing    Code = "quality-missing"
	FolderMismatch    Code = "folder-mismatch"
	PackUnknown       Code = "pack-unknown"
	PackConflict      Code = "pack-conflict"
	FamilyConflict    Code = "family-conflict"
	ImpactConflict    Code = "impact-conflict"
	ReferenceInvalid  Code = "pack-reference"
	FactorSourceEmpty Code = "source-missing"
)

// Codes of issues found by [Lint].
const (
	LicenceMissing    Code = "licence-missing"
	SourceNoLicence   Code = "source-licence-missing"
	SourceExpired     Code = "source-expired"
	SourceIncomplete  Code = "source-incomplete"
	SourceUnused      Code = "source-unused"
	PublishedMissing  Code = "published-missing"
	DuplicateFactor   Code = "duplicate"
	OutsideRange      Code = "outside-range"
	RangeReversed     Code = "range-reversed"
	ShapeImpossible   Code = "distribution-impossible"
	NegativeValue     Code = "negative"
	ZeroValue         Code = "zero"
	YearGapInSeries   Code = "year-gap"
	CategoryGap       Code = "category-gap"
	CategoryUnknown   Code = "category-unknown"
	MixedBoundary     Code = "mixed-boundary"
	Outlier           Code = "outlier"
	ElectricityNoWhen Code = "electricity-undated"
)

// Codes lists every code in alphabetical order, for whoever words them in
// another language.
func Codes() []Code { return slices.Sorted(maps.Keys(wordings)) }

// wording is the English of a code. {1} stands for the first of the issue's
// arguments, and so on; see newIssue.
type wording struct {
	severity      Severity
	message, hint string
}

var wordings = map[Code]wording{
	NotAFolder:       {SeverityError, "is not a folder that can be read ({1})", "name the folder that holds pack.yaml"},
	PackFileMissing:  {SeverityError, "holds no pack.yaml{1}", "`factors new` writes one to start from"},
	NoTables:         {SeverityError, "holds no CSV file, so the pack has no factors", "put the factors into a file whose name ends in .csv, in lower case"},
	UnexpectedFile:   {SeverityError, "is not read{1}", "a pack holds pack.yaml, .csv files, and notes as .md or .txt; move anything else elsewhere"},
	FileTooLarge:     {SeverityError, "is larger than {1}", "split it into several files or packs"},
	FileUnreadable:   {SeverityError, "cannot be read: {1}", ""},
	NotText:          {SeverityError, "is not UTF-8 text", "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"},
	TooManyIssues:    {SeverityError, "and {1} more issues, not listed", "correct the first ones, then load the pack again"},
	TooManyFiles:     {SeverityError, "holds more than {1} files", "is this the folder of one pack?"},
	TooManyRows:      {SeverityError, "holds more than {1} rows", "split the pack"},
	YAMLSyntax:       {SeverityError, "is not valid YAML: {1}", ""},
	YAMLFeature:      {SeverityError, "uses {1}, which packs may not", "write the text out in full"},
	YAMLShape:        {SeverityError, "expected {1}", ""},
	KeyUnknown:       {SeverityError, "is not a key that packs have{1}", "the keys are {2}"},
	KeyDuplicate:     {SeverityError, "stands twice", "keep one of the two"},
	KeyMissing:       {SeverityError, "is missing", "add the line `{1}`"},
	NameInvalid:      {SeverityError, "expected lower-case letters, digits and hyphens, beginning with a letter", ""},
	VersionInvalid:   {SeverityError, "expected letters, digits, points and hyphens, beginning with a digit", `write for instance "2026.1"`},
	DateInvalid:      {SeverityError, "expected a date", "write it as YYYY-MM-DD"},
	LayerInvalid:     {SeverityError, "expected base, jurisdiction, department or scenario{1}", ""},
	SourceDuplicate:  {SeverityError, "is the id of an earlier source, at line {1}", "give each source an id of its own"},
	HeaderInvalid:    {SeverityError, "the header is not that of a factor table: {1}", "it must be exactly {2}"},
	HeaderSeparator:  {SeverityError, "the columns are separated by {1}", "save the file with commas"},
	CSVSyntax:        {SeverityError, "is not valid CSV: {1}; the rest of the file was not read", `put a cell that holds a quotation mark or a comma into quotation marks, and double those inside ("")`},
	RowLength:        {SeverityError, "the row has {1} cells, expected {2}", "a comma inside a cell needs quotation marks around the cell"},
	RowEmpty:         {SeverityError, "the row is empty", "delete it"},
	CellSpace:        {SeverityError, "begins or ends with a space", "remove it"},
	CellEmpty:        {SeverityError, "is empty; expected {1}", ""},
	CellNotEmpty:     {SeverityError, "must be empty for the property {1}", "remove it, or change the property"},
	CellText:         {SeverityError, "holds control characters, or more than {1} characters", ""},
	IDInvalid:        {SeverityError, "expected letters, digits and any of . _ - : @ + /, beginning with a letter or digit, at most 128", ""},
	IDDuplicate:      {SeverityError, "is the id of an earlier factor, at {1}", "give each factor of a pack an id of its own"},
	SubjectInvalid:   {SeverityError, "expected lower case with single spaces", "write {1}"},
	PropertyUnknown:  {SeverityError, "is not a property{1}", "the properties are {2}"},
	StageInvalid:     {SeverityError, "is not a stage{1}", "write manufacturing, distribution, use, end_of_life (with a route: end_of_life/recycling), or several in this order joined by +"},
	StageMismatch:    {SeverityError, "expected {1} for {2}", ""},
	ImpactInvalid:    {SeverityError, "expected lower-case letters, digits and underscores, beginning with a letter", "the shipped impacts are gwp, pe, adpe, water and mass"},
	ImpactDerived:    {SeverityError, "electricity is computed, not looked up", "give the property annual_energy, or power and hours"},
	PlaceUnknown:     {SeverityError, "is not a known place{1}", "write an ISO 3166 code (GB, CA-ON), a group ({2}) or WORLD, or leave it empty for anywhere"},
	YearInvalid:      {SeverityError, "expected a year from 1950 to 2150", "leave it empty where the factor holds for any year"},
	NumberInvalid:    {SeverityError, "expected a number with a decimal point", "{1}"},
	NumberOutOfRange: {SeverityError, "expected {1} for {2}", ""},
	UnitUnknown:      {SeverityError, "{1}", ""},
	UnitMismatch:     {SeverityError, "expected a unit such as {3} for {2}; this one measures {1}", ""},
	UnitDenominator:  {SeverityError, "is per {1}; a factor of {2} is per {3}", "write {4}"},
	ShapeUnknown:     {SeverityError, "is not a distribution{1}", "write lognormal, triangular, uniform, normal or fixed, or leave it empty"},
	SourceUnknown:    {SeverityError, "is not the id of a source in pack.yaml{1}", "add the source there, or correct the id"},
	QualityInvalid:   {SeverityError, "expected a grade from A (best) to E", ""},
	QualityMissing:   {SeverityWarning, "the factor states no quality, and counts as E", "write a grade from A (best) to E"},
	FolderMismatch:   {SeverityError, "stands in the folder {1}; expected {2}", "rename the folder, or correct name and version"},
	PackUnknown:      {SeverityError, "no such pack{1}", "the packs at hand are {2}"},
	PackConflict:     {SeverityError, "both {1} and {2} are selected", "select one version of a pack"},
	FamilyConflict:   {SeverityError, "{1} and {2} are both of the family {3}, whose packs exclude each other", "select one of them"},
	ImpactConflict:   {SeverityError, "the impact {1} is measured in {2} here and in {3} in {4}", "give one of the two another name"},
	ReferenceInvalid: {SeverityError, "expected a pack as NAME or NAME@VERSION", ""},

	FactorSourceEmpty: {SeverityError, "the factor names no source", "name the publication it comes from: add it to `sources` in pack.yaml and write its id here"},

	LicenceMissing:    {SeverityError, "the pack states no licence", "add the line `licence:` with an SPDX identifier, or with the terms in words"},
	SourceNoLicence:   {SeverityWarning, "the source states no licence", "add the line `licence:`; without one nobody may pass the figures on"},
	SourceExpired:     {SeverityWarning, "the source, or its licence, expired on {1}, and {2} factors rest on it", "look for its successor, and publish a new version of the pack"},
	SourceIncomplete:  {SeverityWarning, "the source lacks {1}", "an auditor must be able to find the publication"},
	SourceUnused:      {SeverityNote, "no factor rests on this source", "remove it, or write its id into the rows that do"},
	PublishedMissing:  {SeverityWarning, "the pack does not say when it was published", "add the line `published: YYYY-MM-DD`"},
	DuplicateFactor:   {SeverityError, "is for the same subject, property, stage, impact, place and year as {1} at {2}", "keep one of the two; only the later row is ever used"},
	OutsideRange:      {SeverityError, "is outside its range from {1} to {2}", "check the three figures, and that they are in one unit"},
	RangeReversed:     {SeverityError, "low is above high {1}", "exchange the two"},
	ShapeImpossible:   {SeverityWarning, "{1}", "{2}"},
	NegativeValue:     {SeverityWarning, "an impact below zero is a credit", "credits belong under the property avoided, which is reported apart"},
	ZeroValue:         {SeverityNote, "an impact of exactly zero is rare", "where it is unknown, leave the row out: unknown is never zero"},
	YearGapInSeries:   {SeverityWarning, "the series {1} has no factor for {2}", "add the years, or the nearest earlier one is used"},
	CategoryGap:       {SeverityWarning, "the category {1} lacks {2}", "add it, or devices of this category fall back to something coarser, or to none"},
	CategoryUnknown:   {SeverityWarning, "is not a category that inventories are read into{1}", "no device will ever use this factor"},
	MixedBoundary:     {SeverityWarning, "electricity of {1} changes its boundary within the series: {2}", "keep one boundary through all years; put another boundary into a series, or a pack, of its own"},
	Outlier:           {SeverityWarning, "is {1} times the median ({2}) of the {3} factors of its kind, {4}", "check the figure and its unit against the source"},
	ElectricityNoWhen: {SeverityNote, "{1} factors of {2} state no year, and are used for every year that has none of its own", "state the year of the data, where the source does"},
}
