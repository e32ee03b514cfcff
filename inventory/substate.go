package inventory

import "bytes"

// Some programs say the status in two columns: In stock, and beside it Pending
// disposal. The second refines the first. It counts where it says that a device
// is further on its way out than the first does, or where the first says nothing.

// substateWords names the vocabulary of such columns in words.tsv.
const substateWords = "substate"

// refineStatus puts what a row says of its substate in the place of its status.
func (t *table) refineStatus(r *row, cells []cell) {
	sub := cellAt(r, t.substates[0])
	if len(sub) == 0 || len(sub) > maxHeaderText {
		return
	}
	for at, col := range t.columns {
		if col.field != fieldStatus || col.index < 0 {
			continue
		}
		if stage := stageOf(string(sub), substateWords); stage > 0 && (len(bytes.TrimSpace(cells[at].text)) == 0 || stage > stageOf(string(cells[at].text), col.unit)) {
			cells[at] = r.cells[t.substates[0]]
			if value := vocabularyOf(fieldStatus, substateWords).valueOf(sub); vocabularyOf(fieldStatus, col.unit).valueOf(sub) != value {
				cells[at] = cell{text: []byte(value)} // a word that means this in columns of substates only
			}
		}
	}
}

// stageOf orders statuses by how far a device is on its way out; 0 is what nobody
// knows.
func stageOf(text, vocabulary string) int {
	switch vocabularyOf(fieldStatus, vocabulary).valueOf([]byte(text)) {
	case InService, InStock:
		return 1
	case Retired:
		return 2
	case Disposed, Lost:
		return 3
	}
	return 0
}

// valueOf returns the status that a text means, empty for none.
func (v *vocabulary) valueOf(text []byte) Status {
	clean, _ := cleanText(text)
	m, ok := v.look(clean)
	if !ok || m.exclude != "" {
		return ""
	}
	return Status(m.value)
}
