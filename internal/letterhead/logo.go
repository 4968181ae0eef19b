package letterhead

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"io"
	"os"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// A Logo is a picture; none where it has no bytes.
type Logo struct {
	File          string // which it is, or is to be read from
	PNG           []byte // 8 bits a channel, not interlaced
	Width, Height int    // in pixels
}

// What a logo may be at most.
const (
	mostBytes  = 2 << 20
	mostPixels = 4000 // across, and down
)

// Read reads the picture of the logo's file, where it has one. A file that is no picture is
// a fault in found, at the file; the error is the system's.
func (l *Logo) Read(found *diag.List) error {
	if l.File == "" {
		return nil
	}
	if info, err := os.Stat(l.File); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return diag.ErrNotAFile
	}
	f, err := os.Open(l.File)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // nothing was written to it
	picture, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err != nil {
		return err
	}
	read, refused := decode(picture)
	if refused != nil {
		found.Fault(diag.Place{File: l.File}, *refused)
		return nil
	}
	read.File = l.File
	*l = read
	return nil
}

// decode makes a logo of a PNG file: whatever form that has, the logo has the one that all
// documents take, and nothing of the file but its pixels.
func decode(picture []byte) (Logo, *text.Message) {
	refuse := func(m text.Message) (Logo, *text.Message) { return Logo{}, &m }
	if len(picture) > mostBytes {
		return refuse(text.LogoTooLarge(mostBytes >> 20))
	}
	size, err := png.DecodeConfig(bytes.NewReader(picture))
	switch {
	case err != nil && !bytes.HasPrefix(picture, []byte("\x89PNG")):
		return refuse(text.LogoNotPNG())
	case err != nil:
		return refuse(text.LogoDamaged())
	case size.Width > mostPixels || size.Height > mostPixels:
		return refuse(text.LogoTooWide(size.Width, size.Height, mostPixels))
	}
	decoded, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return refuse(text.LogoDamaged())
	}
	pixels := image.NewNRGBA(image.Rect(0, 0, size.Width, size.Height))
	draw.Draw(pixels, pixels.Bounds(), decoded, decoded.Bounds().Min, draw.Src)
	return Logo{PNG: encoded(pixels), Width: size.Width, Height: size.Height}, nil
}
