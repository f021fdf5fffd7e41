import io.github.chalicemaven.it.InvokedProject

assert InvokedProject.files(new File(basedir, 'target')) == ['pipeline.md', 'pipeline.svg']
def page = new File(basedir, 'target/reports/pipeline-report.html').getText('UTF-8')
assert page.contains('<title>Pipeline of orders</title>')
assert !page.contains(basedir.path)
return true
