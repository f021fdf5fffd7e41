from chalice import Chalice

app = Chalice(app_name="mailing")


@app.route("/mailing")
def all_mailing():
    return []
