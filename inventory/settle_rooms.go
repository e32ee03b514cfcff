package inventory

import (
	"slices"
	"strconv"
)

// settleRooms gives what stands in a data centre what the lists of data centres
// say of it: how well it is run, and the country of what states none. Where no
// list has it, the default country applies.
func (r *reader) settleRooms() {
	rooms := r.roomsByName()
	r.tellOpen(rooms)
	e := r.result.Estate
	open, left := e.texts[keyCountry].ids[openCountry]
	if len(rooms) == 0 && !left {
		return
	}
	byID := make(map[uint32]*roomEntry)
	for id, site := range e.texts[keySite].values {
		if room := rooms[words(site)]; room != nil && id > 0 {
			byID[uint32(id)] = room
		}
	}
	used := make(map[*roomEntry]bool)
	usual := e.texts[keyCountry].id(r.options.DefaultCountry)
	old := e.table
	e.table = newProfileTable()
	settled := func(key profileKey) profileKey {
		room := byID[key[keySite]]
		if room != nil && inRoom(e.terms.values[key[keyTerms]].hosting) {
			used[room] = true
			if key[keyRoom] == 0 {
				key[keyRoom] = e.texts[keyRoom].id(room.room)
			}
		}
		if left && key[keyCountry] == open {
			key[keyCountry] = usual
			if room != nil && room.country != "" {
				used[room] = true
				key[keyCountry] = e.texts[keyCountry].id(room.country)
			}
		}
		return key
	}
	for i := range old.len {
		key, a := settled(old.key(i)), old.amounts(i)
		e.add(e.table.index(&key), &a)
	}
	for i := range e.splits {
		key := settled(e.key(&e.splits[i].Profile))
		e.splits[i].Profile = e.profile(&key)
	}
	r.tellUnused(rooms, used)
}

// tellUnused tells of which data centres of the lists nothing stands anywhere.
func (r *reader) tellUnused(rooms map[string]*roomEntry, used map[*roomEntry]bool) {
	for i := range r.virtual.rooms {
		entry := &r.virtual.rooms[i]
		holds := slices.ContainsFunc(entry.names, func(name string) bool { return rooms[name] == entry })
		if holds && !used[entry] {
			r.result.Problems.Add(Problem{Code: CodeDataCentreUnused, Severity: Warning, File: entry.place.file, Sheet: entry.place.sheet, Row: entry.row})
		}
	}
}

// inRoom reports whether a unit stands in a data centre or a server room.
func inRoom(h Hosting) bool { return h == DataCentre || h == ServerRoom || h == Colocation }

// roomsByName returns the data centres of the lists by their names; of two with
// one name the first.
func (r *reader) roomsByName() map[string]*roomEntry {
	rooms := make(map[string]*roomEntry)
	for i := range r.virtual.rooms {
		entry := &r.virtual.rooms[i]
		told := false
		for _, name := range entry.names {
			have := rooms[name]
			if have == nil {
				rooms[name] = entry
				continue
			}
			if !told && have != entry && (have.room != entry.room || have.country != entry.country) {
				told = true
				r.result.Problems.Add(Problem{Code: CodeDataCentreConflict, Severity: Warning, File: entry.place.file, Sheet: entry.place.sheet, Row: entry.row, Args: rowArgs(entry.place, have.place, have.row)})
			}
		}
	}
	return rooms
}

// tellOpen tells which rows take the default country after all.
func (r *reader) tellOpen(rooms map[string]*roomEntry) {
	type count struct {
		row  int
		rows int64
	}
	counts := make(map[*sheetPlace]*count)
	var order []*sheetPlace
	for _, p := range r.virtual.open {
		if room := rooms[words(p.name)]; room != nil && room.country != "" {
			continue
		}
		c := counts[p.place]
		if c == nil {
			c = &count{row: p.row}
			counts[p.place] = c
			order = append(order, p.place)
		}
		c.rows += p.rows
	}
	for _, place := range order {
		c := counts[place]
		p := Problem{Code: CodeCountryMissing, Severity: Warning, File: place.file, Sheet: place.sheet, Row: c.row, Args: []string{strconv.FormatInt(c.rows, 10)}}
		if r.options.DefaultCountry != "" {
			p.Code, p.Severity = CodeCountryDefault, Note
			p.Args = append(p.Args, r.options.DefaultCountry)
		}
		r.result.Problems.Add(p)
	}
}
