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
	// png, gif, html, mhtml, xml, json, rtf, xls, xlsb, odt, numbers, doc, docx, pptx,
	// tar, 7z, rar, parquet, sqlite, bmp, tiff, binary.
	CodeFileType Code = "file_type"
	// CodeFileEncrypted: the workbook, or the file in an archive, is protected by a password. Rejected.
	CodeFileEncrypted Code = "file_encrypted"
	// CodeFileDuplicate: the file holds the same bytes as one before it, whose
	// units are counted once. Warning. Args: the file before.
	CodeFileDuplicate Code = "file_duplicate"
	// CodeArchiveNested: an archive within an archive. Rejected. Args: zip or gzip.
	CodeArchiveNested Code = "archive_nested"
	// CodeArchiveEmpty: no file of the archive may be an inventory by its name. Rejected.
	CodeArchiveEmpty Code = "archive_empty"
	// CodeArchiveSkipped: files of an archive that are no inventories by their
	// names. Note. Args: how many, the names of the first.
	CodeArchiveSkipped Code = "archive_skipped"
	// CodeFileDamaged: the file ends early or contradicts itself. Rejected.
	// Args: the part that is damaged, what is wrong with it.
	CodeFileDamaged Code = "file_damaged"
	// CodeFileUnsafe: the file holds what no inventory needs, such as an XML
	// document type with entities. Rejected. Args: the part, what it holds.
	CodeFileUnsafe Code = "file_unsafe"
	// CodeLimitExceeded: the file is larger than the reader may take. Rejected.
	// Args: the limit — file_bytes, unzipped_bytes, unzipped_ratio, held_bytes, shared_text,
	// sheets, rows, columns, cell_bytes, repeated_cells, distinct_text, archive_entries —, its value.
	CodeLimitExceeded Code = "limit_exceeded"
	// CodeHeaderMissing: no row looks like column headers. Rejected for a file,
	// Note for one sheet of several. Args: the columns that are expected, then
	// pairs of a header found that is nearly a known one and that known one.
	CodeHeaderMissing Code = "header_missing"
	// CodeColumnsMissing: there are headers, but none says what an item is.
	// Rejected for a file, Note for one sheet of several. Args as CodeHeaderMissing.
	CodeColumnsMissing Code = "columns_missing"
	// CodeListIncomplete: no column of a list of something else than devices is one
	// that such lists need. Args: the kind of list, the columns.
	CodeListIncomplete Code = "list_incomplete"
	// CodeBillTwice: two bills in two formats are of one provider, of the same time and,
	// as far as they name any, of the same accounts. Warning. Row: the header. Args: the
	// provider, the other file, its sheet where that differs, the first month that both
	// have, the last where that is another.
	CodeBillTwice Code = "bill_twice"
	// CodeUsersTwice: two lists of users may be of the same people. Warning. Row: the
	// header. Args: the other file, its sheet where that differs, the day of the other
	// list, that of this one.
	CodeUsersTwice Code = "users_twice"
	// CodeOtherList: the list is of something else than devices. Rejected for a
	// file, Note for one sheet of several. Args: cloud_cost, users,
	// machine_details.
	CodeOtherList Code = "other_list"
	// CodeTableSkipped: a table on a sheet with others is no inventory. Note. Row:
	// its header. Args: how many rows, then its first headers.
	CodeTableSkipped Code = "table_skipped"
	// CodeTableSummary: a table only counts what others of the file list; it was
	// not counted. Warning. Row: its header. Args: its units, then the sheets, or
	// the rows of the headers, that list them.
	CodeTableSummary Code = "table_summary"
	// CodeTableMaybeSummary: a table of counts stands beside lists of devices and
	// gives another number; all are counted. Warning. Args as CodeTableSummary.
	CodeTableMaybeSummary Code = "table_maybe_summary"
	// CodeColumnsSummed: columns of counts whose headers nobody knows, beside the
	// types, were added up. Warning. Row: the header. Args: how many, the letters of
	// the first and the last; their headers may be names.
	CodeColumnsSummed Code = "columns_summed"
	// CodeReturnBesideLists: a table of counts gives kinds of devices that lists in
	// other files hold for the same department; all are counted. Warning. Row: its
	// header. Args: its units of these kinds, then the files.
	CodeReturnBesideLists Code = "return_beside_lists"
	// CodeSheetsSnapshots: sheets with the same columns are named after years or
	// months; all are counted. Warning. Args: their names.
	CodeSheetsSnapshots Code = "sheets_snapshots"
	// CodeSheetDisposed: the sheet's name says that what it lists is gone, and no
	// column says otherwise. Warning. Row: its header.
	CodeSheetDisposed Code = "sheet_disposed"
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

// What lists say twice. Both rows, or sheets, count.
const (
	// CodeSheetRepeats: most devices of a sheet are in another one, too: a copy, the
	// list of another year, or a summary. Warning. Args: how many of its serial
	// numbers and tags are in the other, how many it has, the share in percent, the
	// other file and the other sheet, each empty where it is the same.
	CodeSheetRepeats Code = "sheet_repeats"
	// CodeDuplicateIdentifier: the serial number, or the tag of a row without one,
	// stands in another row, too. Warning. Row, Column. Args: the other row, its
	// sheet and its file, each empty where it is the same.
	CodeDuplicateIdentifier Code = "duplicate_identifier"
	// CodeDuplicatesBounded: duplicates were looked for only among so many serial
	// numbers. Note. Args: how many.
	CodeDuplicatesBounded Code = "duplicates_bounded"
)

// What was assumed or left out for a whole column. Row is the first row
// concerned, 0 where every row is.
const (
	// CodeHeaderTwoLines: the header was put together from two lines. Note. Row: the lower.
	CodeHeaderTwoLines Code = "header_two_lines"
	// CodeHeaderRepeated: the header again, among the data. Note. Args: how many times.
	CodeHeaderRepeated Code = "header_repeated"
	// CodeLinesOutside: a few short lines after a blank one are no rows of the
	// table above. Note. Row: the first. Args: how many.
	CodeLinesOutside Code = "lines_outside"
	// CodeColumnsAlternate: several columns have one header; in each row the first
	// that is filled in counts. Note. Args: how many columns.
	CodeColumnsAlternate Code = "columns_alternate"
	// CodeColumnsItems: columns that hold further items of a row; each item counts
	// as a row. Note. Args: their headers.
	CodeColumnsItems Code = "columns_items"
	// CodeColumnItemsUnread: a column of numbers is named after a kind of device and
	// is not read. Warning. Row: the header. Column: it. Args: how many of its first
	// cells are whole numbers.
	CodeColumnItemsUnread Code = "column_items_unread"
	// CodeYearColumns: columns count the same for several years; one is read.
	// Warning. Column: that one. Args: the others.
	CodeYearColumns Code = "year_columns"
	// CodeCategoryGaps: the type stands in the first row of groups only; it was not
	// assumed for those below. Warning. Row: the first without.
	CodeCategoryGaps Code = "category_gaps"
	// CodeMergedCells: cells of a column are merged over several rows in a sheet
	// too large to find that out before; they count as blank but for the first. Warning. Row: the first.
	CodeMergedCells Code = "merged_cells"
	// CodeColumnsPersonal: columns with personal data were not read. Note. Args: their headers.
	CodeColumnsPersonal Code = "columns_personal"
	// CodeColumnByContent: a column was taken for a field by its values, since its
	// header does not tell. Warning. Column: its header, or its letter. Args: the
	// canonical column, how many of the first rows fit, of how many.
	CodeColumnByContent Code = "column_by_content"
	// CodeColumnDescription: there is no column of models, and descriptions of a
	// column name devices: what the catalogue knows of them is read. Args: values
	// that name a device, values looked at.
	CodeColumnDescription Code = "column_description"
	// CodeColumnMisleading: a column does not hold what its header says. Warning.
	// Args: the canonical column for which it is taken instead, empty where it is
	// not read; how many of the first rows fit that, or the header; of how many.
	CodeColumnMisleading Code = "column_misleading"
	// CodeTableCrossed: a table of types and numbers under headers that nobody knows
	// may count units by type and office; each row counts as one unit. Warning.
	// Column: the first of numbers. Args: how many there are.
	CodeTableCrossed Code = "table_crossed"
	// CodeQuantityDoubt: there is no quantity column, and another holds small whole
	// numbers that may be counts; each row counts as one. Warning. Args: the least
	// and the largest of these numbers.
	CodeQuantityDoubt Code = "quantity_doubt"
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
	// CodeDateAbout: dates that are said to be not exact, or ranges of years, of
	// which the middle is taken. Warning. Value: the first. Args: how many rows.
	CodeDateAbout Code = "date_about"
	// CodeDateFiscalYear: dates that are a financial year, such as 2020/21, are
	// taken as 1 October of its first year. Note. Value: the first. Args: how many rows.
	CodeDateFiscalYear Code = "date_fiscal_year"
	// CodeDateSwapped: real dates of a workbook stand beside dates as text, none of
	// the former with a day after the 12th and all of the latter with one: day and
	// month were probably swapped where that was possible. Warning. Args: how many
	// of each among the first rows.
	CodeDateSwapped Code = "date_swapped"
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
	// CodeNumberUnlikely: numbers that may be, and hardly are. Warning. Value: the
	// first. Args: the usual bounds, the unit, how many rows.
	CodeNumberUnlikely Code = "number_unlikely"
	// CodeQuantityAbout: quantities that are said to be not exact: ~60. Warning. Value: the first. Args: how many rows.
	CodeQuantityAbout Code = "quantity_about"
	// CodeQuantityInText: a text names a number of pieces, and the row counts one
	// unit. Warning. Args: that number.
	CodeQuantityInText Code = "quantity_in_text"
	// CodeQuantityFraction: quantities that are not whole. Warning. Value: the first. Args: how many rows.
	CodeQuantityFraction Code = "quantity_fraction"
	// CodeEncodingGuessed: text that is not UTF-8 was read as Windows-1252 or
	// MacRoman. Note. Args: the encoding; how many distinct cells, where it is not the whole file.
	CodeEncodingGuessed Code = "encoding_guessed"
	// CodePersonalValue: values that look personal were removed from a column
	// that is kept. Warning. Args: how many rows.
	CodePersonalValue Code = "personal_value"
	// CodePeopleForgotten: texts of a column of departments, sites or services
	// were forgotten because the rows or the column show them to be names of people.
	// Warning. Args: how many rows, how many distinct texts, `column` where nothing
	// of the column was kept, else `values`.
	CodePeopleForgotten Code = "people_forgotten"
	// CodeTextShortened: texts too long for an attribute were cut. Note. Args: how many rows, the length kept.
	CodeTextShortened Code = "text_shortened"
	// CodeCellsBeyondHeader: rows hold cells beyond the last header; they were not read. Warning. Args: how many rows.
	CodeCellsBeyondHeader Code = "cells_beyond_header"
	// CodeIdentifierSplit: the comma of an Apple model identifier had split it into
	// two cells, which were joined. Note. Args: how many rows.
	CodeIdentifierSplit Code = "identifier_split"
	// CodeQuoteUnbalanced: lines hold quotation marks that do not pair up and
	// were read as they stand. Warning. Args: how many rows.
	CodeQuoteUnbalanced Code = "quote_unbalanced"
	// CodeAcquiredProxy: nothing says when units were acquired, and another date
	// stands for it. Warning. Args: dated, made, enrolled, warranty or seen; how many rows.
	CodeAcquiredProxy Code = "acquired_proxy"
	// CodeAcquiredProxyLate: such a date lies in the period or after it. The
	// units may have been there before, so that their acquisition stays unknown. Warning.
	// Args: as CodeAcquiredProxy.
	CodeAcquiredProxyLate Code = "acquired_proxy_late"
	// CodeFormulaError: cells hold a spreadsheet error such as #REF! and count as
	// blank. Warning. Value: the first. Args: how many rows.
	CodeFormulaError Code = "formula_error"
	// CodeFormulaUncomputed: formulas whose value the program that wrote the
	// workbook did not store count as blank. Warning. Args: how many rows.
	CodeFormulaUncomputed Code = "formula_uncomputed"
	// CodeTextScientific: a number or a name was damaged by a spreadsheet, as in
	// 6.37702E+15; what it was is lost. Warning. Value: the first. Args: how many rows.
	CodeTextScientific Code = "text_scientific"
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
	// CodeConsumable: toner, cables, paper; a bag, a stand, a battery. Value: the word that says so.
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
	// CodeTotalRow: a row of totals, whose units the rows above hold. Value: the
	// word that says so, where its column is read.
	CodeTotalRow Code = "total_row"
	// CodeSectionRow: a line over a part of the table, such as the name of a
	// building. Value: the line, where its column is read.
	CodeSectionRow Code = "section_row"
	// CodeFooterRow: a line that a program wrote below a table. Value: the line,
	// where its column is read.
	CodeFooterRow Code = "footer_row"
)

// Virtual machines, what they run on, and what runs on them. Names of machines and
// hosts are in no message.
const (
	// CodeMachineOff: a machine that is switched off bears nothing of its host. Excluded. Value: the word that says so.
	CodeMachineOff Code = "machine_off"
	// CodeMachineSuspended: a suspended machine bears nothing of its host. Excluded. Value: the word that says so.
	CodeMachineSuspended Code = "machine_suspended"
	// CodeMachineTemplate: a template of machines. Excluded.
	CodeMachineTemplate Code = "machine_template"
	// CodeMachinePlaceholder: a placeholder for a machine that runs elsewhere. Excluded.
	CodeMachinePlaceholder Code = "machine_placeholder"
	// CodeMachineOrphaned: the hypervisor lists a machine that it cannot reach. Excluded. Value: the word that says so.
	CodeMachineOrphaned Code = "machine_orphaned"
	// CodeMachineCloud: a machine of a cloud provider, which usage of the cloud covers. Excluded. Value: the word that says so.
	CodeMachineCloud Code = "machine_cloud"
	// CodeMachineRepeated: rows list machines that rows before them list; these were
	// completed by what only the later say. Excluded, told once for a list with the
	// first row. Args: how many rows.
	CodeMachineRepeated Code = "machine_repeated"
	// CodeMachineUnplaced: nothing says what the machine runs on, and the hosts of
	// its list are counted whole; or nothing says how large it is. Excluded.
	CodeMachineUnplaced Code = "machine_unplaced"
	// CodeMachineHostLeftOut: the row of its host was left out or rejected. Excluded.
	CodeMachineHostLeftOut Code = "machine_host_left_out"
	// CodeMachineNested: a machine runs on one that is virtual itself; its part is in
	// that one's. Excluded. Args: the row of that machine, its sheet and its file where
	// these differ.
	CodeMachineNested Code = "machine_nested"
	// CodeMachinesBounded: there are more machines, or applications on them, than
	// can be held; what is beyond was left out. Excluded, Warning for applications.
	CodeMachinesBounded Code = "machines_bounded"
	// CodeHostsBounded: there are more servers than can be held; no machine was
	// looked for on those beyond. Warning. Args: how many.
	CodeHostsBounded Code = "hosts_bounded"
	// CodeHostRepeated: the server stands in another list, too; what only this row
	// says was taken over. Excluded. Args: the other row, its sheet and its file,
	// each empty where it is the same.
	CodeHostRepeated Code = "host_repeated"
	// CodeServerIsMachine: a server without maker and model has the name of a virtual
	// machine of another list, and nothing runs on it. Excluded.
	CodeServerIsMachine Code = "server_is_machine"
	// CodeHostAssumed: hosts are known by their machines alone; each counts as a
	// server of which nothing is known. Warning. Args: how many hosts, how many machines.
	CodeHostAssumed Code = "host_assumed"
	// CodeHostCapacity: nothing says what hosts can bear, so that their machines bear
	// all of them. Note. Args: how many hosts; vcpu, memory or storage.
	CodeHostCapacity Code = "host_capacity"
	// CodeMachineDensity: nothing says what machines run on; each bears a part of a
	// server by its virtual processors. Warning. Args: how many machines, their
	// virtual processors, how many of those to a server, servers.
	CodeMachineDensity Code = "machine_density"
	// CodeMachinesByCluster: the host of machines is in no list and their cluster is;
	// they are spread over its hosts. Warning. Args: how many machines.
	CodeMachinesByCluster Code = "machines_by_cluster"
	// CodeMachinesAllocated: what hosts were split over machines by. Note. Args: how
	// many machines; share, vcpu, memory, storage or equal.
	CodeMachinesAllocated Code = "machines_allocated"
	// CodeMachineWeight: machines do not state what their host is split by, and count
	// as the mean of the others on it. Warning. Args: how many machines; vcpu, memory or storage.
	CodeMachineWeight Code = "machine_weight"
	// CodeSharesIncomplete: some machines of a host state a share and others do not,
	// so that it was split by something else. Warning. Args: how many machines state
	// one; vcpu, memory, storage or equal.
	CodeSharesIncomplete Code = "shares_incomplete"
	// CodeVCPUsIncomplete: too few machines of a host state their virtual processors,
	// so that it was split by something else. Warning. Args: how many machines state
	// none; memory or storage.
	CodeVCPUsIncomplete Code = "vcpus_incomplete"
	// CodeSharesScaled: the shares of a host are more than all of it; they were
	// scaled down. Warning. Row: a machine on it. Args: their sum.
	CodeSharesScaled Code = "shares_scaled"
	// CodeApplicationMissing: a row names no application. Rejected; no such row is an item.
	CodeApplicationMissing Code = "application_missing"
	// CodeApplicationUnplaced: a row does not say which machine the application runs on. Warning.
	CodeApplicationUnplaced Code = "application_unplaced"
	// CodeApplicationMachine: the machine of an application is in no list. Warning.
	CodeApplicationMachine Code = "application_machine"
	// CodeDataCentreUnnamed: a row names no data centre. Rejected; no such row is an item.
	CodeDataCentreUnnamed Code = "data_centre_unnamed"
	// CodeDataCentreConflict: a row before says something else of the data centre,
	// which holds. Warning. Args: that row, its sheet and its file, each empty where it is the same.
	CodeDataCentreConflict Code = "data_centre_conflict"
	// CodeDataCentreUnused: nothing that was read stands in the data centre, so that
	// what the row says was not used. Warning.
	CodeDataCentreUnused Code = "data_centre_unused"
)

// Doubts about a row that counts. Row, Column and Value are set.
const (
	// CodeQuantityLarge: a row stands for more units than is likely; all count. Warning.
	// Args: the number above which that is said.
	CodeQuantityLarge Code = "quantity_large"
	// CodeCategoryUnknown: nothing says what the item is; its units are listed,
	// not assessed. Warning. Args: type, maker and model as far as stated.
	CodeCategoryUnknown Code = "category_unknown"
	// CodeCategoryAmbiguous: the type names several things (PCs and monitors), and
	// nothing tells which; the units are listed, not assessed. Warning. Args: the
	// categories it can be.
	CodeCategoryAmbiguous Code = "category_ambiguous"
	// CodeWordUnknown: a word that the column's vocabulary does not know; the
	// attribute stays empty. Warning, told once for each word with the first row.
	// Value: the word, empty for all beyond the first 40. Args: the canonical
	// column, the words accepted, separated by commas; how many rows.
	CodeWordUnknown Code = "word_unknown"
	// CodeWordOpen: a known word that does not answer the question, such as the
	// state of a device's management for whether it is still there; the attribute
	// stays empty. Warning, told once for each word. Args: the canonical column; how many rows.
	CodeWordOpen Code = "word_open"
	// CodeVariantUnknown: a sub-category that the category does not have; it stays
	// empty. Warning, told once for each. Args: the category, its sub-categories,
	// separated by commas; how many rows.
	CodeVariantUnknown Code = "variant_unknown"
	// CodeCountryUnknown: no country of that name; the default place applies.
	// Warning, told once for each name with the first row. Value: the name, empty
	// for all beyond the first 40. Args: the default place; how many rows.
	CodeCountryUnknown Code = "country_unknown"
	// CodeMakerConflict: the maker stated does not make that model; the model
	// decides. Warning. Args: the maker stated, the maker of the model.
	CodeMakerConflict Code = "maker_conflict"
	// CodeCategoryConflict: the type stated is not what the model is; the type
	// stated decides. Warning. Args: the category stated, the category of the model.
	CodeCategoryConflict Code = "category_conflict"
)
