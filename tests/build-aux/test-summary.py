#!/usr/bin/env python3
"""The counting of test results: nothing that failed may count as passed."""

import json
import os
import subprocess
import sys
import tempfile

SUMMARY = os.path.join(sys.argv[1], 'summary.py')
number = 0


def count(tests, status='0', tree_exists=True):
    """The exit status and the last line for tests of (name, result, cases)."""
    with tempfile.TemporaryDirectory() as folder:
        tree = os.path.join(folder, 'a tree')
        logs = os.path.join(tree, 'meson-logs')
        if tree_exists:
            os.makedirs(logs)
            with open(os.path.join(logs, 'testlog.json'), 'w') as log:
                for name, result, _ in tests:
                    log.write(json.dumps({'name': name, 'result': result,
                                          'stdout': 'said\n'}) + '\n')
            with open(os.path.join(logs, 'testlog.junit.xml'), 'w') as xml:
                xml.write('<testsuites>')
                for name, _, cases in tests:
                    if cases is None:
                        continue
                    xml.write(f'<testsuite name="tranche.{name}">')
                    for case in cases:
                        xml.write(f'<testcase name="x">{case}</testcase>')
                    xml.write('</testsuite>')
                xml.write('</testsuites>')
        run = subprocess.run([sys.executable, SUMMARY, 'count', f'{tree}={status}'],
                             stdout=subprocess.PIPE, text=True)
        return run.returncode, run.stdout.splitlines()[-1]


def check(name, got, code, line):
    global number
    number += 1
    good = got == (code, line)
    print(f"{'ok' if good else 'not ok'} {number} {name}")
    if not good:
        print(f'# got {got}')


GOOD, BAD, SKIP = '', '<failure />', '<skipped />'

check('cases are counted', count([
    ('tranche:core / a', 'OK', [GOOD, GOOD, SKIP]),
    ('tranche:core / b', 'OK', None),
    ('tranche:ui / c', 'SKIP', None)]),
    0, '3 passed, 0 failed, 2 skipped')
check('a failed case', count([
    ('tranche:core / a', 'ERROR', [GOOD, BAD])], '1'),
    1, '1 passed, 1 failed, 0 skipped')
check('a crash after good cases', count([
    ('tranche:core / a', 'ERROR', [GOOD, GOOD])], '1'),
    1, '2 passed, 1 failed, 0 skipped')
check('a time-out', count([
    ('tranche:core / a', 'TIMEOUT', None)], '1'),
    1, '0 passed, 1 failed, 0 skipped')
check('similar names are told apart', count([
    ('tranche:core / a', 'OK', [GOOD]),
    ('tranche:core / test-a', 'OK', [GOOD, GOOD])]),
    0, '3 passed, 0 failed, 0 skipped')
check('meson failed for a reason of its own', count([
    ('tranche:core / a', 'OK', [GOOD])], '125'),
    1, '1 passed, 1 failed, 0 skipped')
check('a build that failed', count([], 'unbuilt', False),
      1, '0 passed, 1 failed, 0 skipped')
check('no test at all', count([]),
      1, '0 passed, 1 failed, 0 skipped')
print(f'1..{number}')
