#!/usr/bin/env python3
"""Adds up what "meson test" found in several build trees.

summary.py suites TREE
    prints the names of the suites that the tree has tests of.

summary.py count TREE=STATUS...
    prints the failed tests of each tree with the end of their output, then
    one line, "N passed, N failed, N skipped".  STATUS is how "meson test"
    ended there, or "unbuilt".  Exits with 1 if a test failed or none ran.

A test that speaks TAP counts with each of its cases.  One that broke off
counts as one more failure, unless a case of it is counted already.
"""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

GOOD = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP', 'IGNORED'}
TAIL = 60
WIDTH = 1000


def suites(tree):
    tests = json.loads(subprocess.run(
        ['meson', 'introspect', '--tests', tree],
        check=True, stdout=subprocess.PIPE).stdout)
    names = {suite.split(':')[-1] for test in tests for suite in test['suite']}
    print('\n'.join(sorted(names)))


def read_cases(tree):
    """The TAP cases of each test, as (passed, failed, skipped)."""
    cases = {}
    path = os.path.join(tree, 'meson-logs', 'testlog.junit.xml')
    if not os.path.exists(path):
        return cases
    for suite in ElementTree.parse(path).getroot().iter('testsuite'):
        counts = [0, 0, 0]
        for case in suite.iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                counts[1] += 1
            elif case.find('skipped') is not None:
                counts[2] += 1
            else:
                counts[0] += 1
        cases[suite.get('name')] = counts
    return cases


def read_tests(tree):
    path = os.path.join(tree, 'meson-logs', 'testlog.json')
    if not os.path.exists(path):
        return
    with open(path, encoding='utf-8', errors='replace') as log:
        for line in log:
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                # The run was stopped while it wrote this.
                return


def show(label, test):
    print(f"\n--- {label}: {test['name']}: {test['result']}")
    for stream in ('stdout', 'stderr'):
        lines = (test.get(stream) or '').rstrip().splitlines()
        if len(lines) > TAIL:
            # The cases that failed may lie before the end.
            early = [line for line in lines[:-TAIL] if line.startswith('not ok')]
            lines = early + [f'[{len(lines) - TAIL} lines before]'] + lines[-TAIL:]
        for line in lines:
            print('   ', line[:WIDTH])


def count_tree(tree, status, total):
    label = os.path.basename(tree)
    if status == 'unbuilt':
        print(f'\n--- {label}: was not built')
        total[1] += 1
        return

    cases = read_cases(tree)
    failures = 0
    for test in read_tests(tree):
        # The report in XML puts the project's name before that of the test.
        counts = next((list(counts) for name, counts in cases.items()
                       if name.endswith('.' + test['name'])), [0, 0, 0])

        if test['result'] in SKIPPED:
            counts[2] = counts[2] or 1
        elif test['result'] in GOOD:
            counts[0] = counts[0] if any(counts) else 1
        else:
            counts[1] = counts[1] or 1
        if counts[1]:
            show(label, test)
        failures += counts[1]
        for i in range(3):
            total[i] += counts[i]

    if status != '0' and not failures:
        print(f'\n--- {label}: meson test ended with {status}')
        total[1] += 1


def main():
    if sys.argv[1] == 'suites':
        suites(sys.argv[2])
        return 0
    total = [0, 0, 0]
    for argument in sys.argv[2:]:
        tree, _, status = argument.rpartition('=')
        count_tree(tree, status, total)
    if not any(total):
        print('\n--- no test was run')
        total[1] = 1
    print('\n%d passed, %d failed, %d skipped' % tuple(total))
    return 1 if total[1] else 0


if __name__ == '__main__':
    sys.exit(main())
