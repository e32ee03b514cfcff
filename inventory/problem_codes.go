package inventory

// The codes of everything that reading finds, with their arguments. Codes and
// the order of their arguments are a contract: scripts and the wording in
// package reports rely on them. A Value in the comment is Problem.Value; where
// none is named it is empty.

// What is wrong with a whole file or sheet. Row is 0, or the row at which
// reading stopped. A rejected file contributes nothing to the estate.
const (
	// CodeFileEmpty: the file holds nothing. Rejected.
	CodeFileEmpty Code = "file_empty"
	// CodeFileType: the file is no table. Rejected. Args: what it is — pdf, jpeg,
	// png, gif, html, xml, json, rtf, xls, xlsb, ods, numbers, docx, pptx, zip,
	// gzip, parquet, sqlite, binary.
	CodeFileType Code = "file_type"
	// CodeFileEncrypted: the workbook is protected by a password. Rejected.
	CodeFileEncrypted Code = "file_encrypted"
	// CodeFileDamaged: the file ends early or contradicts itself. Rejected.
	// Args: the part that is damaged, what is wrong with it.
	CodeFileDamaged Code = "file_damaged"
	// CodeFileUnsafe: the file holds what no inventory needs, such as an XML
	// document type with entities. Rejected. Args: the part, what it holds.
	CodeFileUnsafe Code = "file_unsafe"
	// CodeLimitExceeded: the file is larger than the reader may take. Rejected.
	// Args: the limit — file_bytes, unzipped_bytes, unzipped_ratio, shared_text,
	// rows, columns, cell_bytes, distinct_text, archive_entries —, its value.
	CodeLimitExceeded Code = "limit_exceeded"
	// CodeHeaderMissing: no row looks like column headers. Rejected for a file,
	// Note for one sheet of several. Args: the columns that are expected, then
	// pairs of a header found that is nearly a known one and that known one.
	CodeHeaderMissing Code = "header_missing"
	// CodeColumnsMissing: there are headers, but none says what an item is.
	// Rejected for a file, Note for one sheet of several. Args as CodeHeaderMissing.
	CodeColumnsMissing Code = "columns_missing"
	// CodeOtherList: the list is of something else than devices. Rejected for a
	// file, Note for one sheet of several. Args: cloud_cost, users,
	// virtual_machines, applications or data_centres.
	CodeOtherList Code = "other_list"
	// CodeRowsMissing: there is no row below the header. Warning.
	CodeRowsMissing Code = "rows_missing"
	// CodeSheetHidden: a hidden sheet was not read. Note.
	CodeSheetHidden Code = "sheet_hidden"
	// CodeSheetSkipped: a sheet or file was not read because the mapping says so. Note.
	CodeSheetSkipped Code = "sheet_skipped"
	// CodeMappingUnused: a line of a mapping is about nothing that was read.
	// Warning. File, Row: the mapping and its line. Value: what the line is about.
	// Args: sheet, header_row, column, word, category or model.
	CodeMappingUnused Code = "mapping_unused"
	// CodeMappingRefused: the mapping has a column read that the layout of the
	// file knows as one of personal data or of identifiers; it was not read.
	// Warning. Column: its header. Args: personal or identifier.
	CodeMappingRefused Code = "mapping_refused"
	// CodeEstatePeriod: an estate file counts service for another period. Rejected.
	// Args: the period wanted, the file's.
	CodeEstatePeriod Code = "estate_period"
	// CodeEstateDamaged: a line of an estate file makes no sense. Rejected.
	// Row: the line. Value: the cell. Args: what was expected.
	CodeEstateDamaged Code = "estate_damaged"
)

// What was assumed or left out for a whole column. Row is the first row
// concerned, 0 where every row is.
const (
	// CodeColumnsPersonal: columns with personal data were not read. Note. Args: their headers.
	CodeColumnsPersonal Code = "columns_personal"
	// CodeQuantityMissing: there is no quantity column; each row is one unit. Note.
	CodeQuantityMissing Code = "quantity_missing"
	// CodeQuantityBlank: rows without a quantity count as one unit. Note. Args: how many rows.
	CodeQuantityBlank Code = "quantity_blank"
	// CodeCountryMissing: rows name no country and no default was given. Warning. Args: how many rows.
	CodeCountryMissing Code = "country_missing"
	// CodeCountryDefault: rows name no country and take the default. Note. Args: how many rows, the default.
	CodeCountryDefault Code = "country_default"
	// CodeDateOrderGuessed: every date of the column can be read with the day or
	// with the month first. Warning. Value: the first such date. Args: day_first or month_first; how many rows.
	CodeDateOrderGuessed Code = "date_order_guessed"
	// CodeDateOrderMixed: the column holds dates of both orders. Warning.
	// Args: the order taken for those that can be read both ways, how many dates
	// have the day first for certain, how many the month.
	CodeDateOrderMixed Code = "date_order_mixed"
	// CodeDateYear: dates that are only a year are taken as its 1 July. Note. Value: the first. Args: how many rows.
	CodeDateYear Code = "date_year"
	// CodeDateMonth: dates that are only a month are taken as its 15th. Note. Value: the first. Args: how many rows.
	CodeDateMonth Code = "date_month"
	// CodeDateSerial: plain numbers were read as a spreadsheet's day numbers. Note. Value: the first. Args: how many rows.
	CodeDateSerial Code = "date_serial"
	// CodeDatePlaceholder: dates such as 1900-01-01 or 9999-12-31 stand for an
	// unknown date. Note. Value: the first. Args: how many rows.
	CodeDatePlaceholder Code = "date_placeholder"
	// CodeDecimalGuessed: a number such as 1,234 can be read in two ways. Warning;
	// Note for a quantity, which is taken for thousands. Value: the first such
	// number. Args: decimal_comma, decimal_point or thousands; how many rows.
	CodeDecimalGuessed Code = "decimal_guessed"
	// CodeUnitGuessed: a column states no unit; it was told from the size of its
	// numbers. Warning. Value: the first. Args: the unit, how many rows.
	CodeUnitGuessed Code = "unit_guessed"
	// CodeEncodingGuessed: text that is not UTF-8 was read as Windows-1252. Note. Args: the encoding, how many distinct cells.
	CodeEncodingGuessed Code = "encoding_guessed"
	// CodePersonalValue: values that look personal were removed from a column
	// that is kept. Warning. Args: how many rows.
	CodePersonalValue Code = "personal_value"
	// CodeTextShortened: texts too long for an attribute were cut. Note. Args: how many rows, the length kept.
	CodeTextShortened Code = "text_shortened"
	// CodeCellsBeyondHeader: rows hold cells beyond the last header; they were not read. Warning. Args: how many rows.
	CodeCellsBeyondHeader Code = "cells_beyond_header"
	// CodeQuoteUnbalanced: lines hold quotation marks that do not pair up and
	// were read as they stand. Warning. Args: how many rows.
	CodeQuoteUnbalanced Code = "quote_unbalanced"
	// CodeFormulaError: cells hold a spreadsheet error such as #REF! and count as
	// blank. Warning. Value: the first. Args: how many rows.
	CodeFormulaError Code = "formula_error"
	// CodeEnergyZero: rows state a yearly electricity use of 0. Warning. Args: how many rows.
	CodeEnergyZero Code = "energy_zero"
)

// Why a row was rejected. Row, Column and, unless said otherwise, Value are set.
const (
	// CodeQuantityInvalid: the quantity is no number.
	CodeQuantityInvalid Code = "quantity_invalid"
	// CodeQuantityNotPositive: the quantity is 0 or less.
	CodeQuantityNotPositive Code = "quantity_not_positive"
	// CodeQuantityAbsurd: the quantity is beyond belief. Args: the largest that is accepted.
	CodeQuantityAbsurd Code = "quantity_absurd"
	// CodeDateInvalid: the text is no date, or one that is not in the calendar.
	CodeDateInvalid Code = "date_invalid"
	// CodeDateImplausible: the date is long before there was IT. Args: the earliest year accepted.
	CodeDateImplausible Code = "date_implausible"
	// CodeRetiredBeforeAcquired: the unit left before it came. Value: the
	// retirement date as it stands. Args: acquired, retired, both as 2025-03-31.
	CodeRetiredBeforeAcquired Code = "retired_before_acquired"
	// CodeNumberInvalid: the text is no number. Args: the canonical column.
	CodeNumberInvalid Code = "number_invalid"
	// CodeNumberRange: the number cannot be. Args: the canonical column, the
	// lowest and the highest value accepted, the unit.
	CodeNumberRange Code = "number_range"
	// CodeUnitWrong: the number has a unit of another kind. Args: the canonical
	// column, the unit found, the units accepted, separated by commas.
	CodeUnitWrong Code = "unit_wrong"
)

// Why a row was left out although it was understood. Row is set; Counts says
// how many rows and units each reason left out.
const (
	// CodeVirtualMachine: a virtual machine is not hardware. Value: the word that says so.
	CodeVirtualMachine Code = "virtual_machine"
	// CodeConsumable: toner, cables, paper. Value: the word that says so.
	CodeConsumable Code = "consumable"
	// CodeNotIT: furniture, vehicles and other things that are not IT. Value: the word that says so.
	CodeNotIT Code = "not_it"
	// CodeKindUnsupported: software or a service in an inventory of hardware. Value: the word that says so.
	CodeKindUnsupported Code = "kind_unsupported"
	// CodePersonalDevice: a person's own device for which no attribution is stated.
	CodePersonalDevice Code = "personal_device"
	// CodeRetiredBeforePeriod: gone before the period began. Args: retired, the first day of the period.
	CodeRetiredBeforePeriod Code = "retired_before_period"
	// CodeRetiredUndated: gone at a date that is not stated. Value: the status.
	CodeRetiredUndated Code = "retired_undated"
	// CodeAcquiredAfterPeriod: acquired after the period ended. Args: acquired, the last day of the period.
	CodeAcquiredAfterPeriod Code = "acquired_after_period"
	// CodeNotDelivered: ordered, not delivered. Value: the status.
	CodeNotDelivered Code = "not_delivered"
	// CodeTotalRow: a row of totals, whose units the rows above hold. Value: the word that says so.
	CodeTotalRow Code = "total_row"
	// CodeHeaderRepeated: the header again, among the data.
	CodeHeaderRepeated Code = "header_repeated"
)

// Doubts about a row that counts. Row, Column and Value are set.
const (
	// CodeCategoryUnknown: nothing says what the item is; its units are listed,
	// not assessed. Warning. Args: type, maker and model as far as stated.
	CodeCategoryUnknown Code = "category_unknown"
	// CodeWordUnknown: a word that the column's vocabulary does not know; the
	// attribute stays empty. Warning. Args: the canonical column, the words accepted, separated by commas.
	CodeWordUnknown Code = "word_unknown"
	// CodeCountryUnknown: no country of that name; the default place applies. Warning.
	CodeCountryUnknown Code = "country_unknown"
	// CodeMakerConflict: the maker stated does not make that model; the model
	// decides. Warning. Args: the maker stated, the maker of the model.
	CodeMakerConflict Code = "maker_conflict"
	// CodeCategoryConflict: the type stated is not what the model is; the type
	// stated decides. Warning. Args: the category stated, the category of the model.
	CodeCategoryConflict Code = "category_conflict"
)
