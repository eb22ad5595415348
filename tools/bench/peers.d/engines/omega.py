"""xapian-omega: omindex over the files, and omega as a web server runs it."""
import os
import shutil

from engine import Engine
from measure import Command

OMEGA = '/usr/lib/cgi-bin/omega/omega'
FORMS = {'AND': '{0} AND {1}', 'OR': '{0} OR {1} OR {2}', 'phrase': '"{0} {1}"', 'wildcard': '{0}*'}


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
            file.write('$set{flag_wildcard,1}$msize$hitlist{$field{url}$chr{10}}')

    def taking_in(self, texts, place):
        return Command(['omindex', '--db', self.index(place), '--url', '/', texts.files])

    def stages(self, texts, place):
        return [('', self.taking_in(texts, place))]

    def update(self, texts, place):
        return self.taking_in(texts, place)

    def index(self, place):
        return os.path.join(place, 'data', 'default')

    def process(self, place, question):
        words = question.words
        within = [f'START={words[1]}0101', f'END={words[2]}1231'] if question.kind == 'range' else []
        query = FORMS.get(question.kind, '{0}').format(*words)
        return Command([OMEGA, 'DB=default', 'FMT=counts', 'MINHITS=1000000', f'P={query}', *within],
                       environment={'OMEGA_CONFIG_FILE': os.path.join(place, 'omega.conf')})
