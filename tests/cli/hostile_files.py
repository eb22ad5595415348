"""Files made to hurt, for tests/cli/hostile: no byte of them is anybody else's.

make(folder) writes them all and returns one Case a file. `fate` says what must become of it: held
(awkward, but legal), failed (refused with a reason and a remedy) or skipped (no file to read).
"""
import dataclasses
import io
import os
import random
import re
import socket
import struct
import zipfile
import zlib

WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
MARC = 'http://www.loc.gov/MARC21/slim'
TEXT = 'The lamp room keeps seven lanterns for the ferry to Ormandy.\n'


@dataclasses.dataclass
class Case:
    name: str  # its part before the first point is no other file's
    fate: str
    reason: str = ''  # a part of the reason given

    def is_named_in(self, line):
        """Whether the line names this file, however the rest of the name is escaped."""
        return re.search('/' + re.escape(self.name.split('.')[0]) + r'(?![\w-])', line) is not None


def word_xml(body, head='', element='document'):
    return f'<?xml version="1.0"?>{head}<w:{element} xmlns:w="{WORD}">{body}</w:{element}>'


def body_of(paragraphs):
    return '<w:body>' + ''.join(f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
                                for text in paragraphs) + '</w:body>'


def parts(document, main='word/document.xml', media=MAIN, more=()):
    """The parts of a Word file; `more` are (type, name, bytes) beside the main part."""
    folder, _, file = main.rpartition('/')
    related = ''.join(f'<Relationship Id="r{at}" Type="{OFFICE}{kind}" Target="{name}"/>'
                      for at, (kind, name, _) in enumerate(more))
    packed = {
        '[Content_Types].xml': f'<Types xmlns="{PACKAGE}content-types"><Override '
                               f'PartName="/{main}" ContentType="{media}"/></Types>',
        '_rels/.rels': f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="a" '
                       f'Type="{OFFICE}officeDocument" Target="{main}"/></Relationships>',
        f'{folder}/_rels/{file}.rels': f'<Relationships xmlns="{PACKAGE}relationships">{related}'
                                       '</Relationships>',
        main: document,
    }
    packed.update({f'{folder}/{name}': content for _, name, content in more})
    return packed


def packed(contents):
    """A zip archive of (name, content) pairs or of a mapping; one name may come twice."""
    out = io.BytesIO()
    pairs = contents.items() if isinstance(contents, dict) else contents
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def docx(body, **options):
    return packed(parts(word_xml(body), **options))


def plain_docx(text=TEXT):
    return docx(body_of([text.strip()]))


def pdf(objects, root=1):
    """A PDF file of numbered objects, with a true table of their places."""
    out = b'%PDF-1.4\n'
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, content)
    table = b''.join(b'%010d 00000 n \n' % place for place in places)
    return (out + b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1) + table +
            b'trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n'
            % (len(objects) + 1, root, len(out)))


def stream(content, filtered=b''):
    return b'<< /Length %d %s >>\nstream\n%s\nendstream' % (len(content), filtered, content)


def pdf_of(content, filtered=b'', page=b'', kids=b'3 0 R'):
    return pdf([b'<< /Type /Catalog /Pages 2 0 R >>',
                b'<< /Type /Pages /Count 1 /Kids [%s] >>' % kids,
                b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R '
                b'/Resources << /Font << /F 5 0 R >> >> %s >>' % page,
                stream(content, filtered),
                b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'])


def plain_pdf(text=TEXT):
    return pdf_of(b'BT /F 12 Tf 72 700 Td (%s) Tj ET' % text.strip().encode('ascii'))


def zeros(count):
    """A docx whose text is that many zeros, made without holding them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts('').items():
            if name != 'word/document.xml':
                archive.writestr(name, content)
        with archive.open('word/document.xml', 'w') as file:
            file.write(word_xml('')[:-len('</w:document>')].encode())
            for _ in range(count >> 20):
                file.write(b'0' * (1 << 20))
    return out.getvalue()


def wrong_sum(packed_bytes):
    """The same archive with the checksum of its last entry changed in both places."""
    out = bytearray(packed_bytes)
    for sign, offset in ((b'PK\x03\x04', 14), (b'PK\x01\x02', 16)):
        out[out.rindex(sign) + offset] ^= 0xFF
    return bytes(out)


def locked(packed_bytes):
    """The same archive with every entry marked as encrypted."""
    out = bytearray(packed_bytes)
    for sign, offset in ((b'PK\x03\x04', 6), (b'PK\x01\x02', 8)):
        at = out.find(sign)
        while at >= 0:
            out[at + offset] |= 1
            at = out.find(sign, at + 4)
    return bytes(out)


def billion():
    entities = ''.join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return word_xml(body_of(['&e9;']), head=f'<!DOCTYPE w:document [{entities}]>')


def office_cases():
    deep = '<w:sdt><w:sdtContent>' * 5_000 + '</w:sdtContent></w:sdt>' * 5_000
    many = ''.join(f' a{n}="1"' for n in range(200_000))
    loop = ('<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>')
    styled = '<w:body><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Lamp</w:t></w:r></w:p></w:body>'
    wide = ('<w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r>'
            '<w:t>Lamp</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>')
    xml = word_xml
    good = parts(xml(body_of([TEXT])))
    return [
        ('bomb.docx', 'failed', '100 times its size', lambda: zeros(300 << 20)),
        ('entries.docx', 'failed', '10,000 entries',
         lambda: packed({**good, **{f'e{n}': '' for n in range(11_000)}})),
        ('attributes.docx', 'failed', '10,000 attributes',
         lambda: docx(f'<w:body><w:p{many}/></w:body>')),
        ('attributes-of-styles.docx', 'held', '',
         lambda: docx(body_of([TEXT]), more=[('styles', 's.xml', xml(f'<w:p{many}/>'))])),
        ('deep.docx', 'failed', 'nested deeper', lambda: docx(f'<w:body>{deep}</w:body>')),
        ('unclosed.docx', 'failed', 'damaged', lambda: docx('<w:body>' + '<w:p>' * 100)),
        ('billion.docx', 'failed', 'document type', lambda: packed(parts(billion()))),
        ('outside.docx', 'failed', 'document type', lambda: packed(parts(xml(
            body_of(['&e;']), head='<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>')))),
        ('truncated.docx', 'failed', 'damaged', lambda: plain_docx()[:-200]),
        ('crc.docx', 'failed', 'damaged', lambda: wrong_sum(plain_docx())),
        ('nothing-main.docx', 'failed', 'main part', lambda: packed(
            {name: text for name, text in good.items() if name != 'word/document.xml'})),
        ('not-xml.docx', 'failed', 'damaged', lambda: packed(parts('no xml at all'))),
        ('bytes-in-xml.docx', 'failed', 'damaged',
         lambda: packed(parts(xml(body_of(['\ud800'])).encode('utf-8', 'surrogatepass')))),
        ('locked.docx', 'failed', 'password', lambda: locked(plain_docx())),
        ('traversal-of-names.docx', 'held', '', lambda: packed(
            {**good, '../../escaped': 'x', '/escaped': 'x', '..\\escaped': 'x'})),
        ('traversal-to-main.docx', 'failed', '', lambda: packed(
            {**good, '_rels/.rels': good['_rels/.rels'].replace(
                'word/document.xml', '../../../../etc/passwd'),
             '[Content_Types].xml': good['[Content_Types].xml'].replace(
                 'word/document.xml', '../../etc/passwd')})),
        ('elsewhere.docx', 'held', '',
         lambda: packed(parts(xml(body_of([TEXT])), main='far/off/text.xml'))),
        ('renamed-word.pdf', 'held', '', plain_docx),
        ('wide-cell.docx', 'held', '', lambda: docx(wide)),
        ('style-loop.docx', 'held', '',
         lambda: docx(styled, more=[('styles', 's.xml', xml(loop, element='styles'))])),
        ('utf16-part.docx', 'held', '',
         lambda: packed(parts(xml(body_of([TEXT])).encode('utf-16')))),
        ('paragraphs.docx', 'held', '', lambda: docx(body_of([f'Lamp {n} {n * 7919 % 100_003}' for n in range(50_000)]))),
        ('no-text.docx', 'failed', 'no text', lambda: docx('<w:body/>')),
        ('sheet.xlsx', 'failed', 'without a text document',
         lambda: packed(parts('<x/>', main='xl/workbook.xml', media=SHEET))),
        ('no-entry.docx', 'failed', 'zip archive', lambda: b'PK\x05\x06' + bytes(18)),
        ('in-front.docx', 'failed', 'not a format', lambda: b'MZ\x90\x00' + plain_docx()),
    ]


def pdf_cases():
    rng = random.Random(1946)
    noise = rng.randbytes(200_000)
    bomb = zlib.compress(b' ' * (64 << 20), 9)
    return [
        ('header-only.pdf', 'failed', 'damaged PDF', lambda: b'%PDF-1.7\n'),
        ('garbage.pdf', 'failed', 'PDF', lambda: b'%PDF-1.7\n' + noise),
        ('cut-short.pdf', 'failed', 'PDF', lambda: plain_pdf()[:200]),
        ('page-loop.pdf', 'failed', '', lambda: pdf_of(b'', kids=b'2 0 R')),
        ('drawing.pdf', 'failed', 'no text', lambda: pdf_of(b'0 0 m 9 9 l S')),
        ('deflated.pdf', 'failed', '', lambda: pdf_of(bomb, filtered=b'/Filter /FlateDecode')),
        ('renamed-pdf.docx', 'held', '', plain_pdf),
        ('words-far-off.pdf', 'failed', '', lambda: pdf_of(
            b'BT /F 12 Tf 1e30 -1e30 Td (Lamp) Tj /F 1e30 Tf (Lamp) Tj ET')),
    ]


def text_cases():
    rng = random.Random(1946)
    noise = rng.randbytes(1 << 20)
    return [
        ('empty.txt', 'failed', 'empty', lambda: b''),
        ('blanks.txt', 'failed', 'no text', lambda: b' \n\t\r\n' * 1000),
        ('huge-line.txt', 'failed', '8 MiB', lambda: b'lamp room ' * 1_000_000),
        ('no-blanks.txt', 'failed', '8 MiB', lambda: b'x' * 10_000_000),
        ('huge-joined.txt', 'failed', '8 MiB', lambda: b'lamp rooms and ferries by\n' * 400_000),
        ('just-read.txt', 'held', '', lambda: b'&<' * (4 << 20)),
        ('points.txt', 'failed', '1,000,000 lines', lambda: b'(i)\n(ii)\n' * 1_100_000),
        ('fewer-points.txt', 'failed', '150,000 paragraphs', lambda: b'(i)\n(ii)\n' * 100_000),
        ('few-points.txt', 'held', '', lambda: b'(i)\n(ii)\n' * 20_000),
        ('brackets.md', 'held', '', lambda: b'# a\n' + b'[![<((`*_' * 100_000),
        ('quotes.txt', 'held', '', lambda: b'"\xe2\x80\x9c' * 250_000),
        ('symbols.txt', 'failed', '100,000 citations', lambda: b'A/1/1 and Add.1-3, ' * 50_000),
        ('fewer-symbols.txt', 'held', '', lambda: b'A/1/1 and Add.1-3, ' * 20_000),
        ('digits.txt', 'held', '', lambda: b'9' * 500_000 + b'.\tLamp\n'),
        ('rows.md', 'held', '', lambda: b'|a|b|\n|-|-|\n' + b'|1' * 100_000 + b'\n'),
        ('zero-bytes.txt', 'failed', 'not a format', lambda: bytes(1 << 20)),
        ('zero-between.txt', 'failed', 'not a format', lambda: (TEXT * 9).encode() + bytes(3)),
        ('noise.txt', 'failed', 'not a format', lambda: noise),
        ('program.txt', 'failed', 'not a format', lambda: b'\x7fELF\x02\x01\x01' + noise[:999]),
        ('not-utf8.txt', 'held', '', lambda: TEXT.encode() + b'caf\xe9 na\xefve \xfe \xff\n'),
        ('utf16-le.txt', 'held', '', lambda: (TEXT * 3).encode('utf-16')),
        ('utf16-odd.txt', 'held', '', lambda: (TEXT * 3).encode('utf-16') + b'\x00'),
        ('half-pairs.txt', 'held', '', lambda: b'\xff\xfe' + struct.pack('<4H', 0xDC00, 0xD800,
                                                                       65, 0xD800)),
        ('bidi.txt', 'held', '', lambda: ('\u202egolmax\u202c \u2066lamp\u2069\n' + TEXT).encode()),
        ('escape.txt', 'failed', 'not a format', lambda: (
            '\x1b]0;lantern\x07\x1b[2J\x1b[0m \x08\x08\n' + TEXT).encode()),
        ('controls.txt', 'held', '', lambda: ('\x9b31mlantern\x9dx\x9c\x7f\n' + TEXT).encode()),
        ('formula.txt', 'held', '', lambda: b'=cmd|\' /C lantern\'!A0 <script>alert(1)</script>\n'),
        ('page.html', 'held', '', lambda: b'<!DOCTYPE html><p>Lamp</p>'),
        ('deep-page.html', 'failed', 'deeper than 256', lambda: b'<html>' + b'<div>' * 100_000 + b'lamp'),
        ('wide-value.html', 'held', '', lambda: (
            b'<html><p title="' + b'x' * 50_000_000 + b'">Lamp</p>')),
        ('many-values.html', 'failed', '256 attributes', lambda: (
            b'<p ' + b''.join(b'a%d ' % at for at in range(100_000)) + b'>Lamp</p>')),
        ('open-script.html', 'failed', 'no text', lambda: b'<html><script>' + b'lamp<p>' * 99_999),
        ('open-comment.html', 'held', '', lambda: b'<html><p>Lamp<!--' + b'lamp -- ' * 999_999),
        ('open-tag.html', 'failed', 'no text', lambda: b'<html><p a="' + b'lamp>' * 999_999),
        ('plaintext.html', 'held', '', lambda: b'<html><plaintext>Lamp <b>room'),
        ('nul.html', 'held', '', lambda: b'<html>\x00<p>La\x00mp</p>'),
        ('data-page.html', 'held', '', lambda: (
            b'<html><img src="data:image/png;base64,' + b'QUJD' * 500_000 + b'"><p>Lamp')),
        ('wrong-ends.html', 'failed', 'faults', lambda: (
            b'<html>' + b'<div>' * 200 + b'lamp</x>' * 1_000_000)),
        ('many-cells.html', 'failed', 'cells', lambda: (
            b'<table>' + b'<tr><td colspan=64 rowspan=9999>lamp' * 99_999)),
        ('many-tables.html', 'failed', 'deeper than 256', lambda: b'<table><tr><td>' * 9_999),
        ('references.html', 'held', '', lambda: b'<html><p>' + b'&#150;&lt;&nbsp;' * 400_000),
        ('many-notes.html', 'held', '', lambda: b'<html>' + (
            b'<p>lamp<a href="#fn1"><sup>1</sup></a><p id=fn1>lamp' * 20_000)),
        ('subset.xhtml', 'held', '', lambda: (
            b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lamp"><!ENTITY b SYSTEM '
            b'"file:///etc/passwd">]><html><p>&a; &b; room</p></html>')),
        ('rich.rtf', 'failed', 'LibreOffice', lambda: b'{\\rtf1 ' + b'{' * 100_000),
        ('data.xml', 'failed', 'a DOCTYPE is not accepted', lambda: billion().encode()),
        ('old.doc', 'failed', 'Office file', lambda: b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' +
         noise[:4096]),
        ('picture.txt', 'failed', 'picture', lambda: b'\x89PNG\r\n\x1a\n' + noise[:4096]),
    ]


def akn(body, head='', encoding='utf-8'):
    return (f'<?xml version="1.0" encoding="{encoding}"?>{head}<akomaNtoso xmlns="{AKN}">'
            f'<doc name="report"><mainBody>{body}</mainBody></doc></akomaNtoso>').encode(encoding)


def marc(body, head=''):
    return (f'<?xml version="1.0"?>{head}<collection xmlns="{MARC}"><record>'
            f'<leader>00000nam a2200000 a 4500</leader>{body}</record></collection>').encode()


def xml_cases():
    """The same attacks on each format of XML; `wrap` makes one of its files of an element."""
    many = '<p ' + ' '.join(f'a{n}="1"' for n in range(200_000)) + '>Lamp</p>'
    deep = '<section>' * 5_000 + '<p>Lamp</p>' + '</section>' * 5_000
    entities = billion().split('?>')[1].split('<w:')[0].replace('w:document', 'd')
    outside = '<!DOCTYPE d [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'
    cases = [
        ('akn-word.xml', 'held', '', lambda: akn('<p>The lamp room</p>')),
        ('akn-cyrillic.xml', 'held', '',
         lambda: akn('<p>\u041b\u0430\u043c\u043f\u0430</p>', encoding='windows-1251')),
        ('akn-wide.xml', 'held', '', lambda: akn('<p>The lamp room</p>', encoding='utf-16')),
        ('akn-line.xml', 'failed', '', lambda: akn('<p>' + 'lamp room ' * 1_200_000 + '</p>')),
        ('akn-paragraphs.xml', 'failed', '150,000', lambda: akn('<p>Lamp</p>' * 200_000)),
        ('marc-lies.mrc', 'failed', '', lambda: (
            b'99999nam a2200025 a 4500' + b'245999900000' * 20 + b'\x1e\x1d')),
    ]
    for name, wrap in (('akn', akn), ('marc', marc)):
        cases += [
            (f'{name}-attributes.xml', 'failed', '', lambda wrap=wrap: wrap(many)),
            (f'{name}-deep.xml', 'failed', '', lambda wrap=wrap: wrap(deep)),
            (f'{name}-billion.xml', 'failed', '', lambda wrap=wrap: wrap('&e9;', head=entities)),
            (f'{name}-outside.xml', 'failed', '', lambda wrap=wrap: wrap('&e9;', head=outside)),
            (f'{name}-cut.xml', 'failed', '', lambda wrap=wrap: wrap('<p>Lamp</p>' * 9)[:-40]),
        ]
    return cases


def linked(packed_bytes):
    """The same archive with its last entry marked as a symbolic link."""
    out = bytearray(packed_bytes)
    at = out.rindex(b'PK\x01\x02')
    out[at + 5] = 3
    out[at + 38:at + 42] = struct.pack('<I', 0o120777 << 16)
    return bytes(out)


def shared_entries(count):
    """An archive whose directory names one entry of 1 MiB under many names."""
    one = packed({'a': b' ' * (1 << 20)})
    begin = one.index(b'PK\x01\x02')
    entry = one[begin:one.index(b'PK\x05\x06')]
    entries = b''.join(entry[:28] + struct.pack('<H', 8) + entry[30:46] + b'%08d' % n
                       for n in range(count))
    return one[:begin] + entries + struct.pack('<4sHHHHIIH', b'PK\x05\x06', 0, 0, count, count,
                                               len(entries), begin, 0)


def layers(depth, width):
    """Archives in archives: width to the power of depth texts."""
    inner = packed({'z-layer.txt': TEXT})
    for level in range(depth):
        inner = packed({f'{level}-{n}.zip': inner for n in range(width)})
    return inner


def stated(packed_bytes, size):
    """The same archive whose last entry states another size."""
    out = bytearray(packed_bytes)
    at = out.rindex(b'PK\x01\x02') + 24
    out[at:at + 4] = struct.pack('<I', size)
    return bytes(out)


def text_of_its_own(word):
    return f'The {word} keeps a lamp of its own.\n'


def archives():
    """Zip archives: (name, content, what must become of it or of the files in it)."""
    own = text_of_its_own
    deep = packed({'z4-below.txt': own('z4')})
    for level in (4, 3, 2, 1):
        deep = packed({f'z4-level{level}.zip': deep, f'z4-beside{level}.txt': own(f'level {level}')})
    return [
        ('z1-good.zip', lambda: packed({
            'z1-lamp.txt': own('z1'), 'far/off/z1-word.docx': plain_docx(own('z1 word')),
            'z1-page.pdf': plain_pdf(own('z1 page')), 'folder/': ''}),
         [Case('z1-lamp.txt', 'held'), Case('z1-word.docx', 'held'), Case('z1-page.pdf', 'held')]),
        ('z2-bomb.zip', lambda: packed({'z2-zeros.txt': bytes(50 << 20), 'z2-good.txt': own('z2')}),
         [Case('z2-zeros.txt', 'failed', '100 times'), Case('z2-good.txt', 'held')]),
        ('z3-entries.zip', lambda: packed({f'e{n}': '' for n in range(11_000)}),
         [Case('z3-entries.zip', 'failed', '10,000 entries')]),
        ('z4-nested.zip', lambda: deep,
         [Case('z4-beside1.txt', 'held'), Case('z4-beside3.txt', 'held'),
          Case('z4-level3.zip', 'failed', 'others')]),
        ('z5-layers.zip', lambda: layers(5, 3), []),
        ('z6-shared.zip', lambda: shared_entries(5_000),
         [Case('z6-shared.zip', 'failed', '100 times')]),
        ('z7-locked.zip', lambda: locked(packed({'z7-locked-text.txt': own('z7')})),
         [Case('z7-locked-text.txt', 'failed', 'password')]),
        ('z8-names.zip', lambda: packed([
            ('../../../z8-up.txt', own('z8 a')), ('/z8-root.txt', own('z8 b')),
            ('..\\z8-back.txt', own('z8 c')), ('z8-escape.\x1b[2J\x1b]0;x\x07.txt', own('z8 d')),
            ('z8-bidi.\u202etxt.exe', own('z8 e')), ('z8-long.' + 'x' * 60_000, own('z8 f')),
            ('z8-lines.\n  inbox/z8-forged: failed', own('z8 g')), ('.z8-hidden.txt', own('z8 h'))]),
         [Case('z8-up.txt', 'held'), Case('z8-root.txt', 'held'), Case('z8-back.txt', 'held'),
          Case('z8-escape.txt', 'held'), Case('z8-bidi.txt', 'held'), Case('z8-long.txt', 'held'),
          Case('z8-lines.txt', 'held')]),
        ('z9-link.zip', lambda: linked(packed({'z9-passwd.txt': '/etc/passwd'})),
         [Case('z9-passwd.txt', 'skipped', 'link')]),
        ('z10-torn.zip', lambda: packed({'a.txt': TEXT})[:-30], [Case('z10-torn.zip', 'failed', 'damaged')]),
        ('z11-sum.zip', lambda: wrong_sum(packed({'z11-bits.txt': own('z11')})),
         [Case('z11-bits.txt', 'failed', 'damaged')]),
        ('z12-lies.zip', lambda: stated(packed({'z12-more.txt': own('z12')}), 9),
         [Case('z12-more.txt', 'failed', '')]),
        ('z13-lies.zip', lambda: stated(packed({'z13-less.txt': own('z13')}), 0x7FFFFFFF),
         [Case('z13-less.txt', 'failed', '')]),
        ('z14-book.zip', lambda: packed({'mimetype': 'application/epub+zip'}),
         [Case('z14-book.zip', 'failed', '')]),
        ('z15-word.docx', lambda: packed({'z15-inner.docx': plain_docx(own('z15'))}),
         [Case('z15-inner.docx', 'held')]),
    ]


def name_cases():
    def text(name, fate='held', reason=''):
        return (name, fate, reason, TEXT.encode)
    return [
        text('n1-escape.\x1b[2J\x1b]0;x\x07.txt'),
        text('n2-lines.\n  n2 forged: failed.txt'),
        text('n3-bidi.\u202etxt.exe'),
        text('n4-controls.\x9b31m\x7f.txt'),
        text('n5-bytes.\udcff\udcfe.txt'),
        text('n6-shell.$(touch escaped)`touch escaped`;\'".txt'),
        text('n7-long.' + 'x' * 240 + '.txt'),
        text('-n8-option.--archive=escaped.txt'),
        ('n9-refused.\x1b[31m\u202e\n.docx', 'failed', 'empty', lambda: b''),
    ]


def special_cases(folder):
    """Things that are no files, or none to read."""
    os.mkfifo(os.path.join(folder, 's1-pipe.txt'))
    os.symlink('s2-loop.txt', os.path.join(folder, 's2-loop.txt'))
    os.symlink('/etc/passwd', os.path.join(folder, 's3-link.txt'))
    os.makedirs(os.path.join(folder, 's4-folder.docx'))
    os.symlink('..', os.path.join(folder, 's4-folder.docx', 's5-upwards'))
    with open(os.path.join(folder, 's6-shut.txt'), 'w', encoding='utf-8') as file:
        file.write(TEXT)
    os.chmod(file.name, 0)
    os.mkdir(os.path.join(folder, 's7-shut'), 0)
    os.makedirs(os.path.join(folder, 's8-nested', *(['n'] * 80)))
    with open(os.path.join(folder, 's9-sparse.txt'), 'wb') as file:
        file.truncate(300 << 20)
    with socket.socket(socket.AF_UNIX) as end:
        here = os.open(folder, os.O_RDONLY)
        end.bind(f'/proc/self/fd/{here}/s10-socket.txt')
        os.close(here)
    return [Case('s1-pipe.txt', 'skipped', 'pipe'), Case('s2-loop.txt', 'skipped', 'link'),
            Case('s3-link.txt', 'skipped', 'link'),
            Case('s5-upwards', 'skipped', 'link'),
            Case('s6-shut.txt', 'failed', 'cannot be opened'),
            Case('s7-shut', 'failed', 'cannot be read'),
            Case('s8-nested', 'failed', 'nested too deep'),
            Case('s9-sparse.txt', 'failed', '256 MiB'),
            Case('s10-socket.txt', 'skipped', 'socket')]


def make(folder):
    cases = []

    def write(name, content):
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(content())

    for name, fate, reason, content in (office_cases() + pdf_cases() + text_cases() + xml_cases() +
                                        name_cases()):
        write(name, content)
        cases.append(Case(name, fate, reason))
    for name, content, inside in archives():
        write(name, content)
        cases += inside
    return cases + special_cases(folder)
