import io.github.chalicemaven.it.InvokedProject

def log = InvokedProject.logs(basedir)[0]
assert log.contains("[WARNING] There is no requirements.txt in $basedir, so the pipeline's build will fail. Add the"
    + ' file; it can be empty.')
assert log.contains('[WARNING] The Lambda runtime python3.9 has been deprecated since 2025-12-15; no function can be created'
    + ' with it from 2027-02-01 on, or updated from 2027-03-03 on. Choose a later version with <pythonVersion> (-Dchalice.pythonVersion) or .python-version.')
assert new File(basedir, 'target/pipeline.json').isFile()
return true
