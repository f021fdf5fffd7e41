import io.github.chalicemaven.it.InvokedProject

def installed = new File(localRepositoryPath, 'com/example/orders/1.0')
assert new File(installed, 'orders-1.0.pom').isFile()
assert new File(installed, 'orders-1.0-pipeline.json').bytes == InvokedProject.expected(basedir, 'pipeline.json').bytes
assert new File(installed, 'orders-1.0-buildspec.yml').bytes == InvokedProject.expected(basedir, 'buildspec.yml').bytes
return true
