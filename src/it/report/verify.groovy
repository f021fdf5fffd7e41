import io.github.chalicemaven.it.InvokedProject

// The same bytes as the plugin's own tests have.
['pipeline.svg': 'target', 'pipeline.md': 'target', 'pipeline-report.html': 'target/reports'].each { name, folder ->
  assert new File(basedir, "$folder/$name").bytes == InvokedProject.golden(basedir, 'v3-github', name).bytes
}
def logs = InvokedProject.logs(basedir)
assert logs[0].contains('[INFO] Wrote target/reports/pipeline-report.html')
assert logs[0].contains('[INFO] [5] Prod')
assert logs[0].contains('[INFO]   * Wait for an approval (')

assert InvokedProject.files(new File(basedir, 'target/changed')) == ['pipeline.md', 'pipeline.svg']
def page = new File(basedir, 'target/changed/reports/pipeline-report.html').getText('UTF-8')
assert page.contains('<code>pipeline.json</code> is out of date:')
assert page.contains('ExpirationInDays')
return true
