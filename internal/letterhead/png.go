package letterhead

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"

	"github.com/klauspost/compress/zlib"
)

// encoded writes pixels as PNG, with as many channels as they need: the same bytes whatever
// Go is, of which the compression changes. Each row is the difference from the one above:
// a logo is flat.
func encoded(pixels *image.NRGBA) []byte {
	const rgb, rgba = 2, 6 // types of colour
	channels, colour := 4, byte(rgba)
	if pixels.Opaque() {
		channels, colour = 3, rgb
	}
	width, height := pixels.Rect.Dx(), pixels.Rect.Dy()
	head := binary.BigEndian.AppendUint32(nil, uint32(width))
	head = binary.BigEndian.AppendUint32(head, uint32(height))
	out := bytes.NewBufferString("\x89PNG\r\n\x1a\n")
	chunk(out, "IHDR", append(head, 8, colour, 0, 0, 0))

	var data bytes.Buffer
	w := zlib.NewWriter(&data)
	row, above := make([]byte, 1+channels*width), make([]byte, 4*width)
	row[0] = 2 // the filter: up
	for y := range height {
		line := pixels.Pix[y*pixels.Stride:][:4*width]
		for x := range width {
			for c := range channels {
				row[1+channels*x+c] = line[4*x+c] - above[4*x+c]
			}
		}
		w.Write(row) //nolint:errcheck // a buffer takes everything
		above = line
	}
	w.Close() //nolint:errcheck // as above
	chunk(out, "IDAT", data.Bytes())
	chunk(out, "IEND", nil)
	return out.Bytes()
}

// chunk writes a part of a PNG file: its length, name, content and checksum.
func chunk(out *bytes.Buffer, name string, content []byte) {
	out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(content))))
	named := append([]byte(name), content...)
	out.Write(named)
	out.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(named)))
}
