"""xapian-omega: omindex over the files, and omega as a web server runs it."""
import os
import shutil

from engine import Engine
from measure import Command

OMEGA = '/usr/lib/cgi-bin/omega/omega'


class Omega(Engine):
    name, units, package = 'Omega', 'documents', 'xapian-omega'

    def missing(self):
        return next((path for path in ('omindex', OMEGA) if not shutil.which(path)), '')

    def prepare(self, texts, place):
        settings = {'database_dir': 'data', 'template_dir': 'templates', 'log_dir': 'log', 'cdb_dir': 'cdb'}
        with open(os.path.join(place, 'omega.conf'), 'w', encoding='utf-8') as file:
            for key, name in settings.items():
                os.makedirs(os.path.join(place, name))
                file.write(f'{key} {os.path.join(place, name)}\n')
        with open(os.path.join(place, 'templates', 'counts'), 'w', encoding='utf-8') as file:
            file.write('$msize$hitlist{$field{url}$chr{10}}')

    def taking_in(self, texts, place):
        return Command(['omindex', '--db', self.index(place), '--url', '/', texts.files])

    def stages(self, texts, place):
        return [('', self.taking_in(texts, place))]

    def update(self, texts, place):
        return self.taking_in(texts, place)

    def index(self, place):
        return os.path.join(place, 'data', 'default')

    def process(self, place, word):
        return Command([OMEGA, 'DB=default', 'FMT=counts', 'MINHITS=1000000', f'P={word}'],
                       environment={'OMEGA_CONFIG_FILE': os.path.join(place, 'omega.conf')})
