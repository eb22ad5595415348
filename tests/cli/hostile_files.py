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
        ('plain.zip', 'failed', 'zip archive', lambda: packed({'a.txt': TEXT})),
        ('zip-in-zip.docx', 'failed', 'zip archive', lambda: packed({'word.docx': plain_docx()})),
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
        ('symbols.txt', 'held', '', lambda: b'A/1/1 and Add.1-3, ' * 50_000),
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
        ('data.xml', 'failed', 'XML', lambda: billion().encode()),
        ('old.doc', 'failed', 'Office file', lambda: b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' +
         noise[:4096]),
        ('picture.txt', 'failed', 'picture', lambda: b'\x89PNG\r\n\x1a\n' + noise[:4096]),
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
    for name, fate, reason, content in office_cases() + pdf_cases() + text_cases() + name_cases():
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(content())
        cases.append(Case(name, fate, reason))
    return cases + special_cases(folder)
