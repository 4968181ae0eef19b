package letterhead

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
)

// pngOf is a picture as its encoder writes it.
func pngOf(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pictures are of every form that a PNG may have which matters here.
func pictures() map[string]image.Image {
	at := image.Rect(0, 0, 3, 2)
	deep := image.NewNRGBA64(at)
	deep.Set(1, 1, color.NRGBA64{0xffff, 0x8000, 0, 0x8000})
	gray := image.NewGray16(at)
	gray.Set(2, 1, color.Gray16{0x1234})
	few := image.NewPaletted(at, color.Palette{color.White, color.NRGBA{0, 0, 200, 255}, color.NRGBA{}})
	few.SetColorIndex(0, 0, 1)
	few.SetColorIndex(1, 0, 2)
	return map[string]image.Image{"deep": deep, "gray": gray, "paletted": few, "plain": image.NewRGBA(at)}
}

// Whatever form a picture has, its logo has eight bits a channel, the same pixels, and the
// same bytes each time.
func TestDecode(t *testing.T) {
	for name, p := range pictures() {
		logo, refused := decode(pngOf(t, p))
		if refused != nil {
			t.Fatal(name, *refused)
		}
		again, _ := decode(logo.PNG)
		if !bytes.Equal(logo.PNG, again.PNG) || logo.Width != 3 || logo.Height != 2 {
			t.Errorf("%s: %d × %d", name, logo.Width, logo.Height)
		}
		if depth, interlace := logo.PNG[24], logo.PNG[28]; depth != 8 || interlace != 0 {
			t.Errorf("%s: %d bits, interlace %d", name, depth, interlace)
		}
		got, err := png.Decode(bytes.NewReader(logo.PNG))
		if err != nil {
			t.Fatal(err)
		}
		for x := range 3 {
			for y := range 2 {
				if want, is := color.NRGBAModel.Convert(p.At(x, y)), color.NRGBAModel.Convert(got.At(x, y)); want != is {
					t.Errorf("%s: %v at %d,%d, want %v", name, is, x, y, want)
				}
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	sound := pngOf(t, image.NewGray(image.Rect(0, 0, 60, 60)))
	var jpg bytes.Buffer
	if err := jpeg.Encode(&jpg, image.NewGray(image.Rect(0, 0, 2, 2)), nil); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		picture []byte
		want    string
	}{
		{nil, "letterhead/logo-not-png"},
		{[]byte("<svg/>"), "letterhead/logo-not-png"},
		{jpg.Bytes(), "letterhead/logo-not-png"},
		{sound[:20], "letterhead/logo-damaged"},
		{sound[:len(sound)-20], "letterhead/logo-damaged"},
		{make([]byte, mostBytes+1), "letterhead/logo-too-large"},
		{claiming(sound, 40_000, 1), "letterhead/logo-too-large"},
		{claiming(sound, 1, 4001), "letterhead/logo-too-large"},
		{claiming(sound, 4000, 4000), "letterhead/logo-damaged"}, // has not so many
	} {
		if _, m := decode(tt.picture); m == nil || m.Code != tt.want {
			t.Errorf("%.20q: %v, want %s", tt.picture, m, tt.want)
		}
	}
}

// claiming is a picture whose header says that it is so large.
func claiming(picture []byte, width, height uint32) []byte {
	p := bytes.Clone(picture)
	binary.BigEndian.PutUint32(p[16:], width)
	binary.BigEndian.PutUint32(p[20:], height)
	binary.BigEndian.PutUint32(p[29:], crc32.ChecksumIEEE(p[12:29]))
	return p
}

func TestReadLogo(t *testing.T) {
	folder := t.TempDir()
	var found diag.List
	none := Logo{File: filepath.Join(folder, "none.png")}
	if err := none.Read(&found); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("not found: %v", err)
	}
	if err := new(Logo).Read(&found); err != nil || found.Errors() != 0 {
		t.Errorf("no logo: %v, %v", err, found.All())
	}
	file := filepath.Join(folder, "x.png")
	if err := os.WriteFile(file, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	l := Logo{File: file}
	if err := l.Read(&found); err != nil || found.Errors() != 1 || found.All()[0].Place.File != file {
		t.Errorf("no picture: %v, %v", err, found.All())
	}
	if err := os.WriteFile(file, pngOf(t, image.NewGray(image.Rect(0, 0, 3, 2))), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := l.Read(&found); err != nil || found.Errors() != 1 || l.Width != 3 || l.File != file {
		t.Errorf("a picture: %v, %v, %v", err, found.All(), l)
	}
}

// No file makes the reader panic, or gives a logo that is not a picture of that size.
func FuzzDecode(f *testing.F) {
	for _, p := range pictures() {
		f.Add(pngOf(f, p))
	}
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Add([]byte("GIF89a"))
	f.Fuzz(func(t *testing.T, picture []byte) {
		if len(picture) > 24 && binary.BigEndian.Uint32(picture[16:])|binary.BigEndian.Uint32(picture[20:]) > 1<<9 {
			t.Skip("large ones are slow")
		}
		logo, refused := decode(picture)
		if refused != nil {
			if logo.PNG != nil {
				t.Error("refused, and there")
			}
			return
		}
		size, err := png.DecodeConfig(bytes.NewReader(logo.PNG))
		if err != nil || size.Width != logo.Width || size.Height != logo.Height {
			t.Errorf("%v: %d × %d, says %d × %d", err, size.Width, size.Height, logo.Width, logo.Height)
		}
	})
}
