"""Imports a package into a new collection of real Anki 2.1.15, answers all of its cards with Good, and exports them with their schedules.

usage: anki_study.py COLLECTION.anki2 PACKAGE.apkg EXPORTED.apkg
Anki is looked for where Debian puts it, or in the folders of ANKI_PATH. Exit 77: it is not there.
"""

import json
import os
import sys

sys.path[:0] = [p for p in os.environ.get("ANKI_PATH", "/usr/share/anki").split(os.pathsep) if p]
try:
    from anki import Collection
    from anki.exporting import AnkiPackageExporter
    from anki.importing import AnkiPackageImporter
except ImportError as error:
    print(error)
    sys.exit(77)

package, exported = os.path.abspath(sys.argv[2]), os.path.abspath(sys.argv[3])
collection = Collection(os.path.abspath(sys.argv[1]))
AnkiPackageImporter(collection, package).run()
collection.reset()
answered = 0
for identifier in collection.db.list("select id from cards order by id"):
    card = collection.getCard(identifier)
    card.startTimer()
    collection.sched.answerCard(card, 3 if card.type == 2 else 2)
    answered += 1
exporter = AnkiPackageExporter(collection)
exporter.includeSched = True
exporter.exportInto(exported)
print(json.dumps({"answered": answered}))
collection.close()
