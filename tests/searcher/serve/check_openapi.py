#!/usr/bin/env python3
"""Compares openapi.yaml with what the service says and does.

usage: check_openapi.py FOLDER
FOLDER holds openapi.yaml, index.json (the answer of /api) and exchanges.json: answers with method,
name, status, media_type and, of JSON, body. One line a fault; exit status 1 when there is one.
"""
import json
import os
import sys

import yaml
from jsonschema import Draft202012Validator

TYPES = {'text': 'string', 'number': 'integer', 'flag': 'boolean', 'texts': 'array',
         'filters': 'array'}
faults = []


def fault(text):
    faults.append(text)
    print(text)


def load(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8') as file:
        return yaml.safe_load(file) if name.endswith('.yaml') else json.load(file)


def resolved(description, node):
    while '$ref' in node:
        target = description
        for step in node['$ref'].removeprefix('#/').split('/'):
            target = target[step]
        node = target
    return node


def compare_schema(where, rule, schema):
    """What a rule of the table says and what a schema says of the same parameter."""
    said = {'type': TYPES[rule['takes']]}
    if 'default' in rule:
        said['default'] = int(rule['default']) if rule['takes'] == 'number' else rule['default']
    if 'choices' in rule:
        said['enum'] = rule['choices']
    if rule['takes'] == 'number':
        said['minimum'], said['maximum'] = rule['least'], rule['most']
    for key in ('type', 'default', 'enum', 'minimum', 'maximum'):
        if schema.get(key) != said.get(key):
            fault(f'{where}: {key} is {schema.get(key)}, and {said.get(key)} in the table')


def compare_names(where, described, rules):
    for name in sorted(set(described) - set(rules)):
        fault(f"{where}: no parameter '{name}' in the table")
    for name in sorted(set(rules) - set(described)):
        fault(f"{where}: parameter '{name}' is not described")


def compare_operation(description, where, operation, rules, in_address):
    described = {one['name']: one for one in
                 (resolved(description, one) for one in operation.get('parameters', []))}
    if in_address:
        compare_names(where, described, rules)
        for name in set(described) & set(rules):
            compare_schema(f'{where} {name}', rules[name],
                           resolved(description, described[name]['schema']))
            if described[name].get('required', False) != rules[name]['required']:
                fault(f'{where} {name}: required is said otherwise')
    body = operation.get('requestBody')
    if not body:
        return
    schema = resolved(description, resolved(description, body)['content']
                      ['application/json']['schema'])
    properties = schema.get('properties', {})
    compare_names(where + ' body', properties, rules)
    for name in set(properties) & set(rules):
        compare_schema(f'{where} body {name}', rules[name],
                       resolved(description, properties[name]))


def compare_table(description, index):
    paths = {path.removeprefix('/api/v1/'): item for path, item in description['paths'].items()
             if path.startswith('/api/v1/') and not path.endswith('.yaml')}
    questions = {one['name']: one for one in index['questions']}
    for name in sorted(set(paths) ^ set(questions)):
        fault(f"/api/v1/{name}: " + ('no such question' if name in paths else 'not described'))
    for name in sorted(set(paths) & set(questions)):
        rules = {rule['name']: rule for rule in questions[name]['parameters']}
        methods = [method.upper() for method in ('get', 'post') if method in paths[name]]
        if methods != questions[name]['methods']:
            fault(f"/api/v1/{name}: methods {methods}, and {questions[name]['methods']} in the table")
        for method in methods:
            compare_operation(description, f'{method} /api/v1/{name}', paths[name][method.lower()],
                              rules, method == 'GET')


def schema_of(description, exchange):
    """The schema of an answer; nothing when the media type or the status is not described."""
    operation = description['paths'].get('/api/v1/' + exchange['name'], {}).get(exchange['method'])
    if operation is None:  # a method that is not offered
        return {'$ref': '#/components/schemas/Problem'}
    responses = operation['responses']
    answer = responses.get(str(exchange['status']), responses.get('default'))
    if answer is None:
        return None
    content = resolved(description, answer)['content']
    media_type = exchange['media_type'].split(';')[0]
    return content[media_type].get('schema', {}) if media_type in content else None


def make_strict(node):
    """Members may be added to an answer, but not before they are described."""
    if isinstance(node, dict):
        if 'properties' in node:
            node.setdefault('additionalProperties', False)
        for part in node.values():
            make_strict(part)
    elif isinstance(node, list):
        for part in node:
            make_strict(part)


def unseen(description, answered):
    """Operations, and media types of their answers, that no exchange shows."""
    for path, item in description['paths'].items():
        if not path.startswith('/api/v1/') or path.endswith('.yaml'):
            continue
        for method, operation in item.items():
            for media_type in resolved(description, operation['responses']['200'])['content']:
                if (method, path, media_type) not in answered:
                    fault(f'{method} {path}: no answer in {media_type} was looked at')


def compare_problems(index, exchanges):
    """Each problem is of a kind that /api lists, with its status, and each kind was met."""
    kinds = {one['type']: one['status'] for one in index['problems']}
    met = set()
    for exchange in exchanges:
        if exchange['media_type'] != 'application/problem+json':
            continue
        said = exchange['body']
        met.add(said['type'])
        if not kinds.get(said['type']) == said['status'] == exchange['status']:
            fault(f"{exchange['method']} {exchange['name']}: {said['type']} {said['status']}"
                  f" is no kind of problem of status {exchange['status']}")
    for kind in sorted(set(kinds) - met):
        if not kind.endswith('#version'):  # of pages only
            fault(f'{kind}: no such problem was looked at')


def compare_answers(description, exchanges):
    answered = set()
    for exchange in exchanges:
        where = f"{exchange['method']} /api/v1/{exchange['name']} {exchange['status']}"
        schema = schema_of(description, exchange)
        if schema is None:
            fault(f"{where}: {exchange['media_type']} is not described")
            continue
        if exchange['status'] == 200:
            answered.add((exchange['method'], '/api/v1/' + exchange['name'],
                          exchange['media_type'].split(';')[0]))
        if 'body' not in exchange:
            continue
        whole = {**schema, 'components': description['components']}
        for error in list(Draft202012Validator(whole).iter_errors(exchange['body']))[:5]:
            at = '/'.join(str(step) for step in error.absolute_path)
            fault(f'{where}: at {at}: {error.message[:200]}')
    unseen(description, answered)


def main():
    folder = sys.argv[1]
    description = load(folder, 'openapi.yaml')
    index = load(folder, 'index.json')
    compare_table(description, index)
    make_strict(description['components'])
    exchanges = load(folder, 'exchanges.json')
    compare_answers(description, exchanges)
    compare_problems(index, exchanges)
    schema = {'$ref': '#/components/schemas/Index', 'components': description['components']}
    for error in Draft202012Validator(schema).iter_errors(index):
        fault(f'/api: {error.message[:200]}')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
