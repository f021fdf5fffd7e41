"""A local emulator of AWS (moto) for whole deployments. Usage: emulator.py PORT STRIP_UNKNOWN

It knows no CodeCommit, CodeBuild, CodePipeline and policies of buckets in CloudFormation: the script STRIP_UNKNOWN takes them out of
each template on its way to a change set.
"""
import io
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple


def known(template):
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "before.json"), Path(folder, "after.json")
        before.write_text(template)
        subprocess.run([sys.executable, sys.argv[2], before, after], check=True, stdout=subprocess.DEVNULL)
        return after.read_text()


class Emulator:
    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if b"Action=CreateChangeSet" in body:
            form = dict(parse_qsl(body.decode(), keep_blank_values=True))
            form["TemplateBody"] = known(form["TemplateBody"])
            body = urlencode(form).encode()
            environ["CONTENT_LENGTH"] = str(len(body))
        environ["wsgi.input"] = io.BytesIO(body)
        return self.application(environ, start_response)


run_simple("127.0.0.1", int(sys.argv[1]), Emulator(DomainDispatcherApplication(create_backend_app)), threaded=True)
