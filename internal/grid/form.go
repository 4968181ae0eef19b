package grid

import "bytes"

// A form is what a file's first bytes say that it is; its name says nothing.
type form uint8

const (
	plainText form = iota // UTF-8 or Windows-1252, or not text at all
	wideText              // UTF-16 with a byte order mark
	archive               // a zip: XLSX, ODS and others
	compound              // OLE: XLS, or an encrypted workbook
	foreign               // known to be neither text nor a workbook
)

// formOf needs the first 8 bytes, or all if there are fewer.
func formOf(head []byte) form {
	for magic, f := range map[string]form{
		"\xff\xfe":                         wideText,
		"\xfe\xff":                         wideText,
		"PK\x03\x04":                       archive,
		"PK\x05\x06":                       archive,
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": compound,
		"%PDF":                             foreign,
		"\x1f\x8b":                         foreign, // gzip
		"BZh":                              foreign,
		"\xfd7zXZ":                         foreign,
		"7z\xbc\xaf\x27\x1c":               foreign,
		"Rar!":                             foreign,
		"\x89PNG":                          foreign,
		"\xff\xd8\xff":                     foreign, // JPEG
		"\x28\xb5\x2f\xfd":                 foreign, // zstd
	} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return f
		}
	}
	return plainText
}
