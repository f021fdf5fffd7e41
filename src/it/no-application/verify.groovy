import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs[0].contains('there is no Chalice application in this folder, no app.py and no .chalice/config.json.')
assert logs[0].contains('leave this project out with <skip> (-Dchalice.skip) or <skipIfNoApp> (-Dchalice.skipIfNoApp).')
assert logs[1].contains('[INFO] Skipped, because there is no Chalice application in ' + new File(basedir, 'library').canonicalPath)
assert !new File(basedir, 'library/target').exists()
assert new File(basedir, 'orders/target/pipeline.json').exists()
return true
