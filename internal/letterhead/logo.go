package letterhead

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"io"
	"os"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// What a logo may be at most.
const (
	mostBytes  = 2 << 20
	mostPixels = 4000 // across, and down
)

// ReadLogo reads the picture of a file. A file that is no picture is a fault in found, and
// then there is no logo; the error is the system's.
func ReadLogo(file string, found *diag.List) (report.Logo, error) {
	f, err := os.Open(file)
	if err != nil {
		return report.Logo{}, diag.Unreadable(file, err)
	}
	defer f.Close() //nolint:errcheck // nothing was written to it
	picture, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err != nil {
		return report.Logo{}, diag.Unreadable(file, err)
	}
	logo, refused := decode(picture)
	if refused != nil {
		found.Fault(diag.Place{File: file}, *refused)
	}
	return logo, nil
}

// decode makes a logo of a PNG file: whatever form that has, the logo has the one that all
// documents take, and nothing of the file but its pixels.
func decode(picture []byte) (report.Logo, *text.Message) {
	refuse := func(m text.Message) (report.Logo, *text.Message) { return report.Logo{}, &m }
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
	var b bytes.Buffer
	if err := png.Encode(&b, pixels); err != nil {
		return refuse(text.LogoDamaged()) // a buffer takes everything
	}
	return report.Logo{PNG: b.Bytes(), Width: size.Width, Height: size.Height}, nil
}
