#!/bin/sh
# Makes docs/images anew: pictures of what the commands of docs/guide.fr.md write. It needs Go,
# pdftoppm (poppler), LibreOffice, Chromium and ImageMagick.
set -eu
cd "$(dirname "$0")/.."

walk=$(mktemp -d)
trap 'rm -rf "$walk"' EXIT
WALK="$walk" go test -count=1 -run '^TestDocuments$/guide' . >&2
made="$walk/testdata/guide"
images="$PWD/docs/images"
mkdir -p "$images"

# small FROM NAME [OPTION…]: few colours, a thin frame, nothing about when or with what.
small() {
	from=$1 to="$images/$2.png"
	shift 2
	convert "$from" "$@" -bordercolor '#999999' -border 1 -strip +dither -colors 32 \
		-define png:compression-level=9 -define png:exclude-chunks=all "PNG8:$to"
}

# page PDF NUMBER NAME [OPTION…]: one page of a document.
page() {
	pdftoppm -r 75 -f "$2" -l "$2" -png -singlefile "$1" "$walk/$3"
	picture=$3
	shift 3
	small "$walk/$picture.png" "$picture" "$@"
}

page "$made/annexe-2026.pdf" 1 annexe-1
page "$made/annexe-2026.pdf" 2 annexe-2
page "$made/appels/245901038-2026.pdf" 1 appel

# Numbers as French readers see them.
mkdir -p "$walk/office/user"
cat >"$walk/office/user/registrymodifications.xcu" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
END
soffice --headless "-env:UserInstallation=file://$walk/office" --convert-to pdf --outdir "$walk/office" "$made/annexe-2026.xlsx" >/dev/null
page "$walk/office/annexe-2026.pdf" 1 classeur -crop 100%x72%+0+0 +repage
charts=2 # the first page that has the title of the charts' sheet
until pdftotext -f $charts -l $charts "$walk/office/annexe-2026.pdf" - | grep -q '^Graphiques'; do
	charts=$((charts + 1))
	test $charts -lt 20
done
page "$walk/office/annexe-2026.pdf" $charts graphiques -crop 100%x72%+0+0 +repage

chromium --headless --no-sandbox --disable-gpu --hide-scrollbars "--user-data-dir=$walk/chromium" \
	--window-size=1200,1250 "--screenshot=$walk/page.png" "file://$made/annexe-2026.html" >/dev/null 2>&1
small "$walk/page.png" page -resize 75%
