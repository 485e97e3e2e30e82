export async function browserFigures(): Promise<object> { return {}; }
