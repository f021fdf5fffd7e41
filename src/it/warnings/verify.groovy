import io.github.chalicemaven.it.InvokedProject

def log = InvokedProject.logs(basedir)[0]
assert log.contains("[WARNING] There is no requirements.txt in $basedir: the pipeline's build would fail. Add one, an"
    + ' empty one too.')
assert log.contains('[WARNING] Lambda\'s runtime python3.9 is deprecated since 2025-12-15: choose a later one with'
    + ' <pythonVersion> (-Dchalice.pythonVersion) or .python-version.')
assert new File(basedir, 'target/pipeline.json').isFile()
return true
